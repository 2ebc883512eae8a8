/** The way from the gateway to the services: streaming both ways, nothing held in memory. */
@NullMarked
package io.countypulse.gateway.route;

import org.jspecify.annotations.NullMarked;
