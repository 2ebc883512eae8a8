package io.countypulse.reporting.contribution;

/**
 * A quantity that contributions add up to. Indicators are made of measures; new ones are only added
 * (DOMAIN.md § 7).
 */
public enum Measure {
  /** People in work, a stock. */
  WORKING("employment.working"),
  /** People in work outside the province, a stock. */
  OUT_OF_PROVINCE("employment.out_of_province"),
  /** People with any day in work in the year, a flow. */
  WORKED_THIS_YEAR("employment.worked_this_year"),
  /** Target of the year in persons, a flow. */
  TARGET("employment.target"),
  /** Whether the department has a record of the county: people ever registered there. */
  REGISTERED("employment.registered"),
  /** Whether a target holds, for zero is a target too. */
  TARGET_HOLDS("employment.target_holds");

  private final String code;

  Measure(String code) {
    this.code = code;
  }

  /** The name on the wire and in the read model. */
  public String code() {
    return code;
  }
}
