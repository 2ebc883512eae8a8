/** Which city is shown, and how its files get in. */
@NullMarked
package io.countypulse.local.city;

import org.jspecify.annotations.NullMarked;
