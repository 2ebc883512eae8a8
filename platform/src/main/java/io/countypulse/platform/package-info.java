/** What the services share. A starter, not a framework: each package is a feature of its own. */
@NullMarked
package io.countypulse.platform;

import org.jspecify.annotations.NullMarked;
