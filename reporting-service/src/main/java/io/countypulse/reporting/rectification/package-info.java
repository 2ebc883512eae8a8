/** The rectification ledger (整改台账): problems, their owners, deadlines and verified close. */
@NullMarked
package io.countypulse.reporting.rectification;

import org.jspecify.annotations.NullMarked;
