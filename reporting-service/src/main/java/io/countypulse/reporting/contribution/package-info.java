/** What a record adds to which sum from which day on (DOMAIN.md § 3): pure functions, no clock. */
@NullMarked
package io.countypulse.reporting.contribution;

import org.jspecify.annotations.NullMarked;
