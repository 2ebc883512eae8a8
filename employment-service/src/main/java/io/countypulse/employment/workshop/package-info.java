/**
 * Workshops (帮扶车间) and public-welfare posts (公益性岗位), and the people in them (DOMAIN.md § 4 and §
 * 6).
 */
@NullMarked
package io.countypulse.employment.workshop;

import org.jspecify.annotations.NullMarked;
