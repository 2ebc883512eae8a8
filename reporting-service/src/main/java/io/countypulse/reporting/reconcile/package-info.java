/** Holds the figures here against their owners' records and the log (decision 0034). */
@NullMarked
package io.countypulse.reporting.reconcile;

import org.jspecify.annotations.NullMarked;
