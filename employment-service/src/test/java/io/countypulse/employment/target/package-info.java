@NullMarked
package io.countypulse.employment.target;

import org.jspecify.annotations.NullMarked;
