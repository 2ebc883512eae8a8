/** Breaks the rules of the house, to see whether that is noticed. */
@NullMarked
package io.countypulse.testing.house;

import org.jspecify.annotations.NullMarked;
