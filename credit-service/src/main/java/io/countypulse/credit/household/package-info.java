/** Which households are covered, and which may borrow above the cap (DOMAIN.md § 5). */
@NullMarked
package io.countypulse.credit.household;

import org.jspecify.annotations.NullMarked;
