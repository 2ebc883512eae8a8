@NullMarked
package io.countypulse.employment.benefit;

import org.jspecify.annotations.NullMarked;
