/**
 * Money goes to the bank in sealed batches, and what the bank answers comes back (DOMAIN.md § 6).
 */
@NullMarked
package io.countypulse.subsidy.batch;

import org.jspecify.annotations.NullMarked;
