/**
 * What the department's files have in common: counties, codes and words out of cells (DOMAIN.md §
 * 10).
 */
@NullMarked
package io.countypulse.employment.intake;

import org.jspecify.annotations.NullMarked;
