/**
 * Students, travel grants and phone checks of invented people, as the files that already exist
 * (DOMAIN.md § 6, § 10), drawn so that a unit's figures hold by construction.
 */
@NullMarked
package io.countypulse.city.subsidy;

import org.jspecify.annotations.NullMarked;
