/** The service's API as an OpenAPI document, for everybody signed in. */
@NullMarked
package io.countypulse.platform.openapi;

import org.jspecify.annotations.NullMarked;
