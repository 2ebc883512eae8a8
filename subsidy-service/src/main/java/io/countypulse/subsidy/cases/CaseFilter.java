package io.countypulse.subsidy.cases;

import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.web.Problem;
import io.countypulse.subsidy.figure.Asked;
import io.countypulse.subsidy.intake.Named;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Conditions a list of cases may be narrowed by.
 *
 * @param unpaid true: entitled by the day, unpaid, and neither refused nor withdrawn
 * @param stuck true: later than the programme's deadline for what comes next
 * @param q how a person, workshop or household begins, or a whole identity number
 */
public record CaseFilter(
    @Nullable String programme,
    @Nullable Integer period,
    @Nullable String step,
    @Nullable String flag,
    @Nullable Boolean unpaid,
    @Nullable Boolean stuck,
    @Nullable String q) {

  /** The cases that fit; 400 {@code FILTER_UNKNOWN} for a word that is none of ours. */
  public CaseQuery query(Asked asked, PersonalData data) {
    boolean waiting = Boolean.TRUE.equals(unpaid);
    CaseQuery query = CaseQuery.of(asked, waiting ? Counted.WAITING : Counted.EVERY);
    if (programme != null) {
      query.programme(known("programme", CaseProgramme.find(programme)));
    }
    if (period != null) {
      query.period(period);
    }
    if (step != null) {
      query.step(known("step", Step.find(step)));
    }
    if (flag != null) {
      query.flag(known("flag", Flag.find(flag)));
    }
    if (Boolean.TRUE.equals(stuck)) {
      query.stuck();
    }
    return q == null || q.isBlank() ? query : searched(query, q, asked, data);
  }

  private static CaseQuery searched(CaseQuery query, String text, Asked asked, PersonalData data) {
    return IdentityNumber.read(text, asked.day())
            instanceof IdentityNumber.Accepted(IdentityNumber number, boolean _)
        ? query.holderOf(Named.hash(data, number))
        : query.search(text.strip().toUpperCase(Locale.ROOT));
  }

  private static <T> T known(String field, Optional<T> value) {
    return value.orElseThrow(
        () ->
            Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "FILTER_UNKNOWN",
                    "没有这一选项",
                    "参数 " + field + " 的值无法识别",
                    "The value of " + field + " is not known")
                .at(field)
                .toException());
  }
}
