package io.countypulse.subsidy.cases;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of cases, personal data masked; money in yuan with two decimals.
 *
 * @param county where it counts
 * @param entitledFrom null: not, or not any more by what is known today
 * @param amount null where the programme is counted and not paid
 * @param waitingDays since entitled, of what is not paid; the first day is day 1
 * @param due by when it should go on; null where nothing is to come
 * @param why what stands in the way of the payment, in Chinese; null where it is paid
 * @param maskedName empty where no file named the person
 */
public record CaseItem(
    String caseId,
    CaseProgramme programme,
    String programmeTitle,
    String subjectId,
    @Nullable String householdId,
    int period,
    UnitCode county,
    String countyName,
    @Nullable LocalDate entitledFrom,
    @Nullable String amount,
    @Nullable LocalDate paidFrom,
    String paidAmount,
    Step step,
    String stepTitle,
    @Nullable LocalDate stepFrom,
    @Nullable LocalDate due,
    @Nullable Integer waitingDays,
    @Nullable String why,
    List<String> flags,
    String maskedName,
    String maskedIdentityNumber,
    long version) {

  public CaseItem {
    flags = List.copyOf(flags);
  }
}
