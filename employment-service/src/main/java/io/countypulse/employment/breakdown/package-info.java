/** People in work by where, in what and in what kind of post they work (DOMAIN.md § 4). */
@NullMarked
package io.countypulse.employment.breakdown;

import org.jspecify.annotations.NullMarked;
