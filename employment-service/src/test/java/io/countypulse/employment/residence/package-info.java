@NullMarked
package io.countypulse.employment.residence;

import org.jspecify.annotations.NullMarked;
