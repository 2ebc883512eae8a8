/** The monthly ranking and the list for interviews (DOMAIN.md § 8). */
@NullMarked
package io.countypulse.reporting.ranking;

import org.jspecify.annotations.NullMarked;
