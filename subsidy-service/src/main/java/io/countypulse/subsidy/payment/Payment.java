package io.countypulse.subsidy.payment;

import io.countypulse.platform.units.UnitCode;
import io.countypulse.subsidy.intake.Named;
import java.time.LocalDate;

/**
 * A sound row of the transport payments file.
 *
 * @param year the case's period
 * @param fen 0 takes an earlier file's payment back
 */
record Payment(
    UnitCode county, String personId, Named named, int year, long fen, LocalDate paidOn) {}
