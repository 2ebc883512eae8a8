/** Alert rules as data, and what follows from them for a history of figures (DOMAIN.md § 8). */
@NullMarked
package io.countypulse.reporting.rule;

import org.jspecify.annotations.NullMarked;
