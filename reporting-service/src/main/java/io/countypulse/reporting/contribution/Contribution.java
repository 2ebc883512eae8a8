package io.countypulse.reporting.contribution;

/**
 * What one record adds to a cell.
 *
 * @param amount persons; never zero
 */
public record Contribution(Cell cell, long amount) {}
