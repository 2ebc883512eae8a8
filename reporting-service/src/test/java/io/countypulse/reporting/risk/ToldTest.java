package io.countypulse.reporting.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countypulse.testing.Contracts;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What the departments' messages say of a household's risk. */
class ToldTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @EnumSource
  void everyGoldenMessageIsRead(Reason reason) {
    assertThat(Contracts.golden(reason.topic())).isNotEmpty();
    Contracts.golden(reason.topic())
        .forEach(
            (file, json) -> assertThat(read(reason, json).household()).as(file).startsWith("H"));
  }

  @Test
  void whoCameHomeIsOutOfWorkBetweenJobsAndSince() {
    Told home = golden(Reason.LOST_JOB, "2024-06-10-came-home.json");
    assertThat(home.multirange()).isEqualTo("{[2023-12-20,2024-03-01),[2024-06-05,)}");
    assertThat(home.homes(Home::county)).isEqualTo("{530113,530102}");
    assertThat(home.homes(Home::day)).isEqualTo("{-infinity,2024-06-01}");
  }

  @Test
  void whoNeverWorkedOrStillDoesOrWishesNoWorkLostNoJob() {
    assertThat(golden(Reason.LOST_JOB, "2024-06-10-never-in-work.json").days()).isEmpty();
    assertThat(golden(Reason.LOST_JOB, "2024-06-10-two-jobs-at-once.json").days()).isEmpty();
    String home =
        Objects.requireNonNull(
            Contracts.golden(Reason.LOST_JOB.topic()).get("2024-06-10-came-home.json"));
    assertThat(
            read(Reason.LOST_JOB, home.replace("\"wishToWork\": true", "\"wishToWork\": false"))
                .days())
        .isEmpty();
  }

  @Test
  void spellsThatTouchOrOverlapLeaveNoGap() {
    assertThat(
            EmploymentFacts.gaps(
                List.of(
                    days("2024-03-01", "2024-04-01"),
                    days("2024-01-01", "2024-03-01"),
                    days("2024-01-10", "2024-05-01"),
                    days("2024-05-20", "2024-05-20"),
                    days("2024-06-01", "2024-06-05"))))
        .containsExactly(
            days("2024-05-01", "2024-06-01"), new Days(LocalDate.parse("2024-06-05"), null));
  }

  @Test
  void aYearsIncomeSpeaksUntilTheNextYearsIsTold() {
    Told poor =
        read(
            Reason.LOW_INCOME,
            """
            {"householdId":"H1","version":1,"category":"LIFTED","headCount":4,"incomes":[
              {"year":2021,"netIncome":"39999.99"},{"year":2022,"netIncome":"40000.00"},
              {"year":2023,"netIncome":"20000.00"}],
             "businessDate":"2024-06-10","recordedAt":"2024-06-10T01:00:00Z",
             "residence":[{"county":"530102"}]}""");
    assertThat(poor.multirange()).isEqualTo("{[2021-01-01,2022-01-01),[2023-01-01,)}");
    assertThat(golden(Reason.LOW_INCOME, "2024-06-10-little-known.json").days()).isEmpty();
  }

  @Test
  void loansAndSubsidiesTellTheirDaysAndWhereTheyCount() {
    assertThat(golden(Reason.OVERDUE_LOAN, "2024-06-07-extended.json").multirange())
        .isEqualTo("{[2024-06-01,2024-06-07)}");
    Told waiting = golden(Reason.UNPAID, "2024-06-10-sent-back.json");
    assertThat(waiting.multirange())
        .isEqualTo("{[2024-06-01,2024-06-03),[2024-06-03,2024-06-07),[2024-06-10,)}");
    assertThat(waiting.homes(Home::county)).isEqualTo("{530113,530102}");
  }

  @Test
  void whatTheDatabaseCouldNotHoldIsRefusedWhenRead() {
    String json =
        Objects.requireNonNull(
            Contracts.golden(Reason.UNPAID.topic()).get("2024-06-10-sent-back.json"));
    Stream.of(
            json.replace("\"2024-06-10\" }", "\"0000-01-01\" }"),
            json.replace("530113", "530113}"),
            json.replace("\"version\": 4", "\"version\": 0"),
            json.replace("H53010000001", "H\\u0000"))
        .forEach(
            wrong -> {
              assertThat(wrong).isNotEqualTo(json);
              assertThatThrownBy(() -> read(Reason.UNPAID, wrong))
                  .isInstanceOf(IllegalArgumentException.class);
            });
  }

  private static Days days(String from, String until) {
    return new Days(LocalDate.parse(from), LocalDate.parse(until));
  }

  private static Told golden(Reason reason, String file) {
    return read(reason, Objects.requireNonNull(Contracts.golden(reason.topic()).get(file), file));
  }

  private static Told read(Reason reason, String json) {
    return reason.read(JSON.readTree(json));
  }
}
