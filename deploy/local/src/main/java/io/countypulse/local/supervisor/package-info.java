/** What keeps the parts and services running, and ends them in order. */
@NullMarked
package io.countypulse.local.supervisor;

import org.jspecify.annotations.NullMarked;
