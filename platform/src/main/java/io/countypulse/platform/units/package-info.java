/**
 * The units of one city: {@code units.csv} read once, names and aliases resolved to codes
 * (DOMAIN.md § 2).
 */
@NullMarked
package io.countypulse.platform.units;

import org.jspecify.annotations.NullMarked;
