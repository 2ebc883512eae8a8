package io.countypulse.city;

import java.time.LocalDate;

/**
 * A unit's microcredit target of the business date's year; stands in the same file as the persons
 * to be in work.
 *
 * @param amount in 万元
 */
record LendingTarget(Unit unit, String amount, LocalDate deadline) {}
