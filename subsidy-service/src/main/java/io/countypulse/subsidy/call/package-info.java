/** Verification calls: whether people know and got their policies (DOMAIN.md § 6). */
@NullMarked
package io.countypulse.subsidy.call;

import org.jspecify.annotations.NullMarked;
