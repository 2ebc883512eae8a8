/** The business date; nothing else reads a clock but recorded instants (DOMAIN.md § 3). */
@NullMarked
package io.countypulse.platform.time;

import org.jspecify.annotations.NullMarked;
