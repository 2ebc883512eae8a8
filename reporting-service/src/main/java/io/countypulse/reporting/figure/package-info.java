/** Figures: prefix sums of cells, computed in exactly one place, for any day (DOMAIN.md § 7). */
@NullMarked
package io.countypulse.reporting.figure;

import org.jspecify.annotations.NullMarked;
