/** What was asked for and not done leaves a trace too (DOMAIN.md § 6). */
@NullMarked
package io.countypulse.subsidy.refusal;

import org.jspecify.annotations.NullMarked;
