/** Differences between what banks say of loans and what the service expects (DOMAIN.md § 5). */
@NullMarked
package io.countypulse.credit.reconciliation;

import org.jspecify.annotations.NullMarked;
