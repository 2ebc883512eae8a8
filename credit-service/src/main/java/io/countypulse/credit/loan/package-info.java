/**
 * Small loans: their life, where they count, what is overdue and what falls due (DOMAIN.md § 5).
 */
@NullMarked
package io.countypulse.credit.loan;

import org.jspecify.annotations.NullMarked;
