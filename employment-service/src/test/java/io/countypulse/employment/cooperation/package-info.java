@NullMarked
package io.countypulse.employment.cooperation;

import org.jspecify.annotations.NullMarked;
