/** Businesses opened by people who came back or graduated (DOMAIN.md § 6 and § 10). */
@NullMarked
package io.countypulse.employment.business;

import org.jspecify.annotations.NullMarked;
