package io.countypulse.credit.feed;

import io.countypulse.platform.intake.StagedRow;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.units.UnitCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a detail record of a feed says. */
sealed interface Detail {

  /** Columns of the table where details wait, after {@code line}; as {@link #write} fills them. */
  String COLUMNS =
      """
      loan_id text collate "C" not null, refused boolean not null, household_id text collate "C",
      county text collate "C", issued_on date, issued_fen int8, due date, rate numeric, balance_fen int8,
      overdue_fen int8, overdue_since date, status text
      """;

  int FIELDS = 13;

  void write(StagedRow row);

  /** A sound record; money in fen, rate in per cent a year. */
  record Sound(
      String loanId,
      String householdId,
      UnitCode county,
      LocalDate issuedOn,
      LocalDate due,
      long issuedFen,
      @Nullable BigDecimal rate,
      long balanceFen,
      long overdueFen,
      @Nullable LocalDate overdueSince,
      LoanStatus status)
      implements Detail {

    @Override
    public void write(StagedRow row) {
      row.text(loanId).truth(false).text(householdId).text(county.value());
      row.date(issuedOn).bigNumber(issuedFen).date(due).decimal(rate);
      row.bigNumber(balanceFen).bigNumber(overdueFen).date(overdueSince).text(status.name());
    }

    /** The same for the same content, however it was written. */
    String canonical() {
      return String.join(
          "\t",
          loanId,
          householdId,
          county.value(),
          issuedOn.toString(),
          due.toString(),
          Long.toString(issuedFen),
          rate == null ? "" : rate.stripTrailingZeros().toPlainString(),
          Long.toString(balanceFen),
          Long.toString(overdueFen),
          overdueSince == null ? "" : overdueSince.toString(),
          status.name());
    }
  }

  /**
   * A refused record.
   *
   * @param loanId null when it cannot be told: staged otherwise, since the loan is not absent
   */
  record Refused(@Nullable String loanId, List<Fault> faults) implements Detail {
    public Refused {
      faults = List.copyOf(faults);
    }

    @Override
    public void write(StagedRow row) {
      row.text(loanId).truth(true).text(null).text(null).date(null).bigNumber(null).date(null);
      row.decimal(null).bigNumber(null).bigNumber(null).date(null).text(null);
    }
  }
}
