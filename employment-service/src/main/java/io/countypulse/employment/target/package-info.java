/** Targets per county, year and programme (DOMAIN.md § 4). */
@NullMarked
package io.countypulse.employment.target;

import org.jspecify.annotations.NullMarked;
