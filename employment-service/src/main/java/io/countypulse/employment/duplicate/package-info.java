/** The same person registered twice: found in bulk; merged by hand. */
@NullMarked
package io.countypulse.employment.duplicate;

import org.jspecify.annotations.NullMarked;
