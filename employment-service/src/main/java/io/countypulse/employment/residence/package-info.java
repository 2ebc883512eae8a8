/** Where households live, and their members with them (DOMAIN.md § 4, residence). */
@NullMarked
package io.countypulse.employment.residence;

import org.jspecify.annotations.NullMarked;
