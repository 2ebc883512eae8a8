/**
 * The gateway as callers meet it: over HTTP, on a real database, with small real services behind.
 */
@NullMarked
package io.countypulse.gateway;

import org.jspecify.annotations.NullMarked;
