/**
 * Interest paid by the government (贴息): statements per bank, county and quarter (DOMAIN.md § 5).
 */
@NullMarked
package io.countypulse.credit.interest;

import org.jspecify.annotations.NullMarked;
