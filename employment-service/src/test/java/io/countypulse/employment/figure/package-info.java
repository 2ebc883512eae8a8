@NullMarked
package io.countypulse.employment.figure;

import org.jspecify.annotations.NullMarked;
