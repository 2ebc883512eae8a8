/**
 * Errors as problem details (RFC 9457): Chinese first, English beside it, nothing of the inside.
 */
@NullMarked
package io.countypulse.platform.web;

import org.jspecify.annotations.NullMarked;
