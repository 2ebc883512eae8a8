/**
 * People who came back without work ({@code Return}, 返乡回流) and what became of them (DOMAIN.md § 4).
 */
@NullMarked
package io.countypulse.employment.returning;

import org.jspecify.annotations.NullMarked;
