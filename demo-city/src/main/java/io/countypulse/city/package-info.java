/**
 * A prefecture made of invented people whose figures are known: {@code DemoCity} writes its folder
 * (DOMAIN.md § 9, § 10).
 */
@NullMarked
package io.countypulse.city;

import org.jspecify.annotations.NullMarked;
