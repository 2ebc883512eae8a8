@NullMarked
package io.countypulse.credit.reconciliation;

import org.jspecify.annotations.NullMarked;
