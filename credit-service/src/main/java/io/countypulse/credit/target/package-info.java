/** Lending targets per county and year (DOMAIN.md § 5). */
@NullMarked
package io.countypulse.credit.target;

import org.jspecify.annotations.NullMarked;
