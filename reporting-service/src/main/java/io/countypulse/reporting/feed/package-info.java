/** Which bank delivered on which day, as the credit department tells it (DOMAIN.md § 8). */
@NullMarked
package io.countypulse.reporting.feed;

import org.jspecify.annotations.NullMarked;
