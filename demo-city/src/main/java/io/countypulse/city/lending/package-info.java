/**
 * Invented small loans (小额信贷) and the daily files in which banks report them, drawn so that a
 * unit's figures hold by construction (DOMAIN.md § 5, § 10).
 */
@NullMarked
package io.countypulse.city.lending;

import org.jspecify.annotations.NullMarked;
