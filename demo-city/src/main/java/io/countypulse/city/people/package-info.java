/** Invented households and people, drawn so that a unit's quota holds by construction. */
@NullMarked
package io.countypulse.city.people;

import org.jspecify.annotations.NullMarked;
