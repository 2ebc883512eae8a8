/** What the department's files have in common (DOMAIN.md § 10). */
@NullMarked
package io.countypulse.subsidy.intake;

import org.jspecify.annotations.NullMarked;
