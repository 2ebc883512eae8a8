/** The register compared with other systems' exports for the same day (账账相符, DOMAIN.md § 8). */
@NullMarked
package io.countypulse.employment.ledger;

import org.jspecify.annotations.NullMarked;
