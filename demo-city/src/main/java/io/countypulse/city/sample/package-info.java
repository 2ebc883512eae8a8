/**
 * Small exact files for tests and measurements: one spell a person, corrections, rows with known
 * faults.
 */
@NullMarked
package io.countypulse.city.sample;

import org.jspecify.annotations.NullMarked;
