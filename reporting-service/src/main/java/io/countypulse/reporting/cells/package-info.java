/**
 * What the topology tells the read model, topic {@value
 * io.countypulse.reporting.cells.Emission#TOPIC}.
 */
@NullMarked
package io.countypulse.reporting.cells;

import org.jspecify.annotations.NullMarked;
