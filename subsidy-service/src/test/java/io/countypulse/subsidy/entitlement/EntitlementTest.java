package io.countypulse.subsidy.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.cases.CaseProgramme;
import io.countypulse.subsidy.entitlement.Spell.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Dated timelines of who becomes entitled when (DOMAIN.md § 6). */
class EntitlementTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 12, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

  @Example
  void threeMonthsAwayInTheYear() {
    assertThat(transport(away("2024-03-10", null)))
        .containsExactly("2024 2024-06-10", "2025 2025-04-01");
  }

  @Example
  void whoLeftLastYearIsEntitledOnTheFirstOfApril() {
    assertThat(transport(away("2023-11-20", "2024-05-01"))).containsExactly("2024 2024-04-01");
  }

  @Example
  void whoIsBackOnTheVeryDayIsNotEntitled() {
    assertThat(transport(away("2024-03-10", "2024-06-10"))).isEmpty();
    assertThat(transport(away("2024-03-10", "2024-06-11"))).containsExactly("2024 2024-06-10");
  }

  @Example
  void twoShortSpellsDoNotMakeOneLongOne() {
    assertThat(transport(away("2024-01-05", "2024-03-20"), away("2024-03-20", "2024-06-01")))
        .isEmpty();
  }

  @Example
  void theEarlierOfTwoDaysCountsAndOnceAYear() {
    assertThat(transport(away("2024-05-01", "2024-12-01"), away("2024-02-01", "2024-09-01")))
        .containsExactly("2024 2024-05-01");
  }

  @Example
  void monthsEndWhereTheMonthDoes() {
    assertThat(transport(away("2023-11-30", "2024-03-31"))).isEmpty();
    assertThat(transport(away("2024-01-31", "2024-05-01"))).containsExactly("2024 2024-04-30");
  }

  @Example
  void whatBeginsInOctoberIsNextYears() {
    assertThat(transport(away("2024-10-01", "2025-06-01"))).containsExactly("2025 2025-04-01");
  }

  @Example
  void aWelfarePostEntitlesFromItsFirstDayOfTheYear() {
    List<Spell> spells =
        List.of(new Spell(LocalDate.parse("2023-07-01"), day("2024-01-01"), Kind.PUBLIC_WELFARE));
    assertThat(Entitlement.of(spells, 2025))
        .containsExactly(
            new Entitlement(
                CaseProgramme.PUBLIC_WELFARE_POST, 2023, LocalDate.parse("2023-07-01")));
  }

  /** Goes through the calendar day by day and looks whether the three months are full. */
  @Property(tries = 300)
  void dayByDayTheSamePeopleBecomeEntitled(@ForAll("lives") List<Spell> spells) {
    Map<Integer, LocalDate> first = new TreeMap<>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      LocalDate today = day;
      if (spells.stream().anyMatch(spell -> isFull(spell, today))) {
        first.putIfAbsent(day.getYear(), day);
      }
    }
    Map<Integer, LocalDate> found =
        Entitlement.of(spells, LAST.getYear()).stream()
            .filter(entitlement -> entitlement.programme() == CaseProgramme.TRANSPORT)
            .collect(Collectors.toMap(Entitlement::period, Entitlement::from));
    assertThat(found).isEqualTo(first);
  }

  private static boolean isFull(Spell spell, LocalDate day) {
    LocalDate newYear = day.withDayOfYear(1);
    LocalDate counted = spell.start().isBefore(newYear) ? newYear : spell.start();
    return spell.kind() == Kind.OUT_OF_PROVINCE
        && spell.covers(day)
        && counted.plusMonths(3).equals(day);
  }

  @Provide
  Arbitrary<List<Spell>> lives() {
    Arbitrary<LocalDate> starts =
        Arbitraries.longs()
            .between(FIRST.toEpochDay(), LAST.toEpochDay() - 30)
            .map(LocalDate::ofEpochDay);
    Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 700).injectNull(0.2);
    return Combinators.combine(starts, lengths, Arbitraries.of(Kind.class))
        .as(
            (start, length, kind) ->
                new Spell(start, length == null ? null : start.plusDays(length), kind))
        .list()
        .ofMaxSize(4);
  }

  private static List<String> transport(Spell... spells) {
    return Entitlement.of(List.of(spells), 2025).stream()
        .map(entitlement -> entitlement.period() + " " + entitlement.from())
        .toList();
  }

  private static Spell away(String start, @Nullable String end) {
    return new Spell(LocalDate.parse(start), day(end), Kind.OUT_OF_PROVINCE);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
