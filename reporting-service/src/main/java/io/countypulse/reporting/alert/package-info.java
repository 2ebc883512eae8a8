/** Alerts: what the rules find is recorded, shown, and taken in hand (DOMAIN.md § 8). */
@NullMarked
package io.countypulse.reporting.alert;

import org.jspecify.annotations.NullMarked;
