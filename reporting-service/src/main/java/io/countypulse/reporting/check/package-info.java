/** The bulletin check: arithmetic of finished tables, ours or anyone's (DOMAIN.md § 9). */
@NullMarked
package io.countypulse.reporting.check;

import org.jspecify.annotations.NullMarked;
