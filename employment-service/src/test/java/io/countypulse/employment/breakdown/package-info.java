@NullMarked
package io.countypulse.employment.breakdown;

import org.jspecify.annotations.NullMarked;
