package io.countypulse.reporting.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.contribution.SubsidyCase.Kind;
import io.countypulse.reporting.contribution.SubsidyCase.Payment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The sums of a case's contributions are what DOMAIN.md § 6 says of every day. */
class SubsidyCaseTest {

  private static final int FIRST = day("2024-01-01");
  private static final int LAST = day("2024-12-31");

  @Property(tries = 300)
  void sumsOfContributionsAreWhatCountingDayByDayFinds(@ForAll("cases") SubsidyCase subsidy) {
    Map<Cell, Long> found = new TreeMap<>(DayByDay.ORDER);
    for (Contribution each : subsidy.contributions(2025)) {
      assertThat(each.amount()).isNotZero();
      found.merge(each.cell(), each.amount(), Long::sum);
    }
    String paidIn = "";
    for (int day = FIRST; day <= LAST; day++) {
      int today = day;
      boolean paid = subsidy.payments().stream().anyMatch(each -> stands(each, today));
      paidIn = !paid ? "" : paidIn.isEmpty() ? subsidy.residence().countyOn(day) : paidIn;
      assertThat(DayByDay.sumsUntil(found, day))
          .as("as of %s", LocalDate.ofEpochDay(day))
          .isEqualTo(counted(subsidy, day, paidIn));
    }
  }

  @Test
  void aTripPaidForOnceCountsFromItsDays() {
    SubsidyCase subsidy =
        new SubsidyCase(
            1,
            Kind.TRANSPORT,
            "2024",
            Residence.in("A"),
            day("2024-06-01"),
            List.of(new Payment(day("2024-06-07"), 100_000, Payment.KEPT)));
    assertThat(subsidy.contributions(2025))
        .containsExactly(
            new Contribution(
                new Cell(Measure.TRANSPORT_CASES, "A", Cell.NO_PERIOD, Entity.FIRST_DAY), 1),
            flow(Measure.TRANSPORT_ENTITLED, "2024", "2024-06-01", 1),
            flow(Measure.TRANSPORT_PAID, "2024", "2024-06-07", 1),
            flow(Measure.TRANSPORT_PAID_AMOUNT, "2024", "2024-06-07", 100_000));
  }

  @Test
  void aStudentPaidByTermIsOneStudentPaid() {
    SubsidyCase subsidy =
        new SubsidyCase(
            1,
            Kind.YULU,
            "2023",
            Residence.in("A"),
            day("2023-09-01"),
            List.of(
                new Payment(day("2023-10-15"), 250_000, Payment.KEPT),
                new Payment(day("2024-04-20"), 250_000, Payment.KEPT)));
    assertThat(subsidy.contributions(2025))
        .contains(
            flow(Measure.YULU_STUDENTS, "2023", "2023-09-01", 1),
            flow(Measure.YULU_PAID, "2023", "2023-10-15", 1))
        .hasSize(5);
  }

  @Test
  void whoeverIsNoLongerEntitledAndWasNotPaidCountsNowhere() {
    assertThat(
            new SubsidyCase(2, Kind.TRANSPORT, "2024", Residence.in("A"), null, List.of())
                .contributions(2025))
        .isEmpty();
  }

  @Test
  void programmesNoIndicatorSpeaksOfAreReadAndCountNowhere() {
    Payment payment = new Payment(day("2024-03-05"), 80_000, Payment.KEPT);
    assertThat(Kind.of("PUBLIC_WELFARE_POST")).isEqualTo(Kind.OTHER);
    assertThat(
            new SubsidyCase(1, Kind.OTHER, "2024", Residence.in("A"), FIRST, List.of(payment))
                .contributions(2025))
        .isEmpty();
  }

  private static Map<Cell, Long> counted(SubsidyCase subsidy, int day, String paidIn) {
    Map<Cell, Long> counted = new TreeMap<>(DayByDay.ORDER);
    Integer entitled = subsidy.entitledFrom();
    if (entitled != null || !subsidy.payments().isEmpty()) {
      subsidy.residence().stays().stream()
          .filter(stay -> stay.from() <= day)
          .forEach(stay -> counted.put(new Cell(Measure.YULU_CASES, stay.county(), "", 0), 1L));
    }
    if (entitled != null && entitled <= day) {
      String county = subsidy.residence().countyOn(entitled);
      counted.put(new Cell(Measure.YULU_STUDENTS, county, "2023", 0), 1L);
    }
    if (!paidIn.isEmpty()) {
      counted.put(new Cell(Measure.YULU_PAID, paidIn, "2023", 0), 1L);
    }
    for (Payment each : subsidy.payments()) {
      if (stands(each, day)) {
        String county = subsidy.residence().countyOn(each.date());
        counted.merge(
            new Cell(Measure.YULU_PAID_AMOUNT, county, "2023", 0), each.amount(), Long::sum);
      }
    }
    return counted;
  }

  private static boolean stands(Payment payment, int day) {
    return payment.date() <= day && (payment.returned() > day);
  }

  @Provide
  Arbitrary<SubsidyCase> cases() {
    Arbitrary<Integer> days = Arbitraries.integers().between(FIRST, LAST);
    Arbitrary<String> counties = Arbitraries.of("A", "B", "UNKNOWN");
    Arbitrary<Payment> payments =
        Combinators.combine(
                days,
                Arbitraries.longs().between(1, 9),
                Arbitraries.oneOf(
                    Arbitraries.just(Payment.KEPT), Arbitraries.integers().between(1, 90)))
            .as(
                (date, amount, kept) ->
                    new Payment(date, amount, kept == Payment.KEPT ? kept : date + kept));
    Arbitrary<Residence> residence =
        Combinators.combine(
                counties, Combinators.combine(days, counties).as(Stay::new).list().ofMaxSize(2))
            .as(
                (first, later) -> {
                  List<Stay> stays = new ArrayList<>(Residence.in(first).stays());
                  stays.addAll(later);
                  return new Residence(stays);
                });
    return Combinators.combine(residence, days.injectNull(0.2), payments.list().ofMaxSize(3))
        .as((where, from, paid) -> new SubsidyCase(1, Kind.YULU, "2023", where, from, paid));
  }

  private static Contribution flow(Measure measure, String period, String day, long amount) {
    return new Contribution(new Cell(measure, "A", period, day(day)), amount);
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
