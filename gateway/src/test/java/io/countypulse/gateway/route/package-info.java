@NullMarked
package io.countypulse.gateway.route;

import org.jspecify.annotations.NullMarked;
