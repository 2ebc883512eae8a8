@NullMarked
package io.countypulse.employment.watch;

import org.jspecify.annotations.NullMarked;
