/** Business days, and the feeds that are missing on them (DOMAIN.md § 8). */
@NullMarked
package io.countypulse.credit.calendar;

import org.jspecify.annotations.NullMarked;
