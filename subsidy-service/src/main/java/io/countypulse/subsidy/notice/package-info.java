/** The public notice: who is to be paid, masked, and what citizens object (DOMAIN.md § 6). */
@NullMarked
package io.countypulse.subsidy.notice;

import org.jspecify.annotations.NullMarked;
