@NullMarked
package io.countypulse.employment.returning;

import org.jspecify.annotations.NullMarked;
