/**
 * Records by hand: one write at a time, by the rules of files, with a preview of its effect and a
 * second person where a closed month would change (DOMAIN.md § 4).
 */
@NullMarked
package io.countypulse.employment.entry;

import org.jspecify.annotations.NullMarked;
