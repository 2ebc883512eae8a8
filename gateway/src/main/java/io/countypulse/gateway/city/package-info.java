/** What everybody may know of the city, before signing in: its name, its units, its map. */
@NullMarked
package io.countypulse.gateway.city;

import org.jspecify.annotations.NullMarked;
