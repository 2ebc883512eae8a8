/** Banks that deliver feeds, and their keys (DOMAIN.md § 5 and § 10). */
@NullMarked
package io.countypulse.credit.bank;

import org.jspecify.annotations.NullMarked;
