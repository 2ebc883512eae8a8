/** Banks' feeds: taken in by three doors, checked, applied and receipted (DOMAIN.md § 5, § 10). */
@NullMarked
package io.countypulse.credit.feed;

import org.jspecify.annotations.NullMarked;
