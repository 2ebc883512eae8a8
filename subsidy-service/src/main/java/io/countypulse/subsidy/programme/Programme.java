package io.countypulse.subsidy.programme;

/**
 * A programme as it always is; what it grants stands in its {@link Terms}.
 *
 * @param caseProgramme under which programme its cases stand: graduates' businesses are first
 *     businesses
 * @param version of its terms all together
 */
public record Programme(
    String code,
    String title,
    String titleEn,
    String caseProgramme,
    AmountKind amountKind,
    Per per,
    long version) {

  /** How its amount is meant. */
  public enum AmountKind {
    UP_TO,
    EXACT,
    AT_LEAST,
    SHARE,
    NONE;

    /** Whether it is money and no share of anything. */
    public boolean isMoney() {
      return switch (this) {
        case UP_TO, EXACT, AT_LEAST -> true;
        case SHARE, NONE -> false;
      };
    }
  }

  /** For what the amount is granted. */
  public enum Per {
    PERSON_YEAR,
    STUDENT_SCHOOL_YEAR,
    MONTH,
    ONCE,
    TRAINEE
  }
}
