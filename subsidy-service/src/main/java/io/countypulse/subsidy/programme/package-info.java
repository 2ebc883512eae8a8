/** Programmes as data: amounts and deadlines by the day they hold from (DOMAIN.md § 6). */
@NullMarked
package io.countypulse.subsidy.programme;

import org.jspecify.annotations.NullMarked;
