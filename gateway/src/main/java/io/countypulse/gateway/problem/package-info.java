/** Refusals as their readers see them (RFC 9457). */
@NullMarked
package io.countypulse.gateway.problem;

import org.jspecify.annotations.NullMarked;
