/** Training sessions by trade, and who attended (DOMAIN.md § 4 and § 10). */
@NullMarked
package io.countypulse.employment.training;

import org.jspecify.annotations.NullMarked;
