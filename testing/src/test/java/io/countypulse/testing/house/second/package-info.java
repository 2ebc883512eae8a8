/** Breaks the rules of the house, to see whether that is noticed. */
@NullMarked
package io.countypulse.testing.house.second;

import org.jspecify.annotations.NullMarked;
