@NullMarked
package io.countypulse.employment.entry;

import org.jspecify.annotations.NullMarked;
