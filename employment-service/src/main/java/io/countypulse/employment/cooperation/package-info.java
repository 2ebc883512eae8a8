/**
 * Labour-export cooperation with other provinces: targets and how far they are reached (DOMAIN.md §
 * 4).
 */
@NullMarked
package io.countypulse.employment.cooperation;

import org.jspecify.annotations.NullMarked;
