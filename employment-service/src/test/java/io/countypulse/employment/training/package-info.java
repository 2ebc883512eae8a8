@NullMarked
package io.countypulse.employment.training;

import org.jspecify.annotations.NullMarked;
