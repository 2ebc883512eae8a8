/** Covered households and where they live (DOMAIN.md § 4). */
@NullMarked
package io.countypulse.employment.household;

import org.jspecify.annotations.NullMarked;
