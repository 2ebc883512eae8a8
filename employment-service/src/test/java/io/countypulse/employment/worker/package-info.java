@NullMarked
package io.countypulse.employment.worker;

import org.jspecify.annotations.NullMarked;
