package io.countypulse.city.sample;

/**
 * A row that must come back to the clerk.
 *
 * @param line in the file, from 1, the header being the first
 * @param personId of the person who would have been there
 */
public record FaultyRow(int line, String personId, Fault fault) {}
