/** The department's figures, computed from its own records (DOMAIN.md § 7). */
@NullMarked
package io.countypulse.subsidy.figure;

import org.jspecify.annotations.NullMarked;
