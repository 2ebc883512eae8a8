@NullMarked
package io.countypulse.employment.workshop;

import org.jspecify.annotations.NullMarked;
