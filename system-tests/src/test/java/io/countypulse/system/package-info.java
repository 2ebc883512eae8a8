/** The whole path as its users meet it: over HTTP through the gateway, and in a browser. */
@NullMarked
package io.countypulse.system;

import org.jspecify.annotations.NullMarked;
