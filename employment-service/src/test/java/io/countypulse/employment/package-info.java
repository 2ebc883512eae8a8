@NullMarked
package io.countypulse.employment;

import org.jspecify.annotations.NullMarked;
