/** People to visit one by one: poor, able to work and without wage (DOMAIN.md § 4). */
@NullMarked
package io.countypulse.employment.watch;

import org.jspecify.annotations.NullMarked;
