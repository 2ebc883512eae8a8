@NullMarked
package io.countypulse.employment.household;

import org.jspecify.annotations.NullMarked;
