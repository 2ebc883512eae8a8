/**
 * Tells people of alerts: in the app, by e-mail and by the enterprise messengers (DOMAIN.md § 8).
 */
@NullMarked
package io.countypulse.reporting.notice;

import org.jspecify.annotations.NullMarked;
