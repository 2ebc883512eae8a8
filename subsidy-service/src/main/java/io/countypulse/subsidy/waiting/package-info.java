/** Who is entitled and not paid, and where cases stand still (DOMAIN.md § 6: 应补尽补). */
@NullMarked
package io.countypulse.subsidy.waiting;

import org.jspecify.annotations.NullMarked;
