package io.countypulse.reporting.contribution;

/**
 * What one record adds to a cell.
 *
 * @param amount in the measure's quantity, of money in fen; never zero
 */
public record Contribution(Cell cell, long amount) {}
