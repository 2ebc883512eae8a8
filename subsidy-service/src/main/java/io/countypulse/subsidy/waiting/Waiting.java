package io.countypulse.subsidy.waiting;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.List;

/**
 * Who waits in a programme and period as of a day.
 *
 * @param waiting cases entitled, unpaid, and neither refused nor withdrawn
 * @param amount what they are owed, in yuan
 * @param counties whoever has waited longest first
 */
record Waiting(
    LocalDate asOf,
    String programme,
    int period,
    long waiting,
    String amount,
    List<InCounty> counties) {

  /**
   * Those of one county.
   *
   * @param oldest the day the first of them became entitled
   * @param days since then; that day is day 1
   * @param stuck of them, those beyond the deadline of their step
   */
  record InCounty(
      UnitCode county,
      String countyName,
      long waiting,
      String amount,
      LocalDate oldest,
      int days,
      long stuck) {}

  /** Cases of a programme that stand at a step. */
  record AtStep(String programme, String step, String title, long cases, long stuck) {}

  Waiting {
    counties = List.copyOf(counties);
  }
}
