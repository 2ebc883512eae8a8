/** People of covered households who are able to work, and their spells in work (DOMAIN.md § 4). */
@NullMarked
package io.countypulse.employment.worker;

import org.jspecify.annotations.NullMarked;
