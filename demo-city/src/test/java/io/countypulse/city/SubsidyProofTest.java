package io.countypulse.city;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.countypulse.city.files.Table;
import io.countypulse.city.subsidy.Calling;
import io.countypulse.city.subsidy.Schooling;
import io.countypulse.city.subsidy.Travel;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables of grants and phone checks come out of the files (DOMAIN.md § 6, § 9). */
class SubsidyProofTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final LocalDate MONTH_AGO = LocalDate.of(2024, 5, 10);

  private static Map<String, List<NamedCsvRecord>> students;
  private static Map<String, List<NamedCsvRecord>> payments;
  private static Map<String, List<NamedCsvRecord>> calls;

  @BeforeAll
  static void read() throws IOException {
    List<Path> files = Kunming.made().files();
    assertEquals(
        List.of("students.csv", "transport-payments.csv", "verification-calls.csv"),
        files.subList(3, 6).stream().map(file -> file.getFileName().toString()).toList());
    students = byUnit(files.get(3));
    payments = byUnit(files.get(4));
    calls = byUnit(files.get(5));
  }

  @Test
  void everyCellOfTheTableOfYuluGrantsComesOutOnBothDates() {
    int unpaid = 0;
    int unpaidBefore = 0;
    BigDecimal amount = BigDecimal.ZERO;
    for (Schooling unit : Kunming.PLACE.subsidies().schooling()) {
      List<NamedCsvRecord> own = of(students, unit.unit());
      assertEquals(unit.students(), own.size());
      assertEquals(unit.paid(), paid(own, TODAY));
      assertEquals(unit.paidMonthAgo(), paid(own, MONTH_AGO));
      assertEquals(unit.amount(), amount(own).longValueExact(), unit.unit().name());
      unpaid += own.size() - paid(own, TODAY);
      unpaidBefore += own.size() - paid(own, MONTH_AGO);
      amount = amount.add(amount(own));
    }
    assertEquals(List.of(522, 750), List.of(unpaid, unpaidBefore));
    assertEquals(28_206_000, amount.longValueExact());
  }

  @Test
  void nobodyIsPaidMoreThanTheGrantOrBeforeTheSchoolYear() {
    for (NamedCsvRecord row : students.values().stream().flatMap(List::stream).toList()) {
      if (!row.getField("发放金额").isEmpty()) {
        BigDecimal paid = new BigDecimal(row.getField("发放金额"));
        assertTrue(paid.signum() > 0 && paid.compareTo(new BigDecimal(row.getField("应补金额"))) <= 0);
        assertTrue(LocalDate.parse(row.getField("发放日期")).isAfter(LocalDate.of(2023, 9, 1)));
      }
      assertEquals("2023", row.getField("学年"));
      assertTrue(Set.of("中职", "高职").contains(row.getField("学段")));
    }
  }

  @Test
  void studentsAreNobodyElse() throws IOException {
    Set<String> known = new HashSet<>();
    for (NamedCsvRecord row : Table.read(Files.newInputStream(Kunming.made().files().get(1)))) {
      known.add(row.getField("人编号"));
      known.add(row.getField("证件号码"));
    }
    Set<String> seen = new HashSet<>();
    for (NamedCsvRecord row : students.values().stream().flatMap(List::stream).toList()) {
      assertFalse(known.contains(row.getField("人编号")) || known.contains(row.getField("证件号码")));
      assertTrue(seen.add(row.getField("人编号")) && seen.add(row.getField("证件号码")));
    }
    for (NamedCsvRecord row : payments.values().stream().flatMap(List::stream).toList()) {
      assertTrue(known.contains(row.getField("人编号")) && known.contains(row.getField("证件号码")));
    }
  }

  @Test
  void everyCellOfTheTableOfTravelGrantsComesOut() throws IOException {
    ReadRegister register = ReadRegister.of(Kunming.PLACE, Kunming.made().files().subList(0, 3));
    int paid = 0;
    for (Travel unit : Kunming.PLACE.subsidies().travel()) {
      List<NamedCsvRecord> own = of(payments, unit.unit());
      assertEquals(unit.paid(), own.size());
      assertEquals(unit.amount(), amount(own).longValueExact());
      paid += own.size();
      for (NamedCsvRecord row : own) {
        LocalDate day = LocalDate.parse(row.getField("发放日期"));
        assertFalse(day.isAfter(TODAY));
        assertTrue(
            Objects.requireNonNull(register.workers.get(row.getField("人编号"))).entitledBy(day),
            row.toString());
      }
    }
    assertEquals(143, paid);
  }

  @Test
  void everyCellOfTheTableOfPhoneChecksComesOut() {
    for (Calling unit : Kunming.PLACE.subsidies().calling()) {
      List<NamedCsvRecord> own = of(calls, unit.unit());
      assertEquals(unit.calls(), own.size());
      assertEquals(unit.valid(), count(own, "结果", "有效"));
      assertEquals(unit.problems(), count(own, "结果", "号码错误") + count(own, "结果", "空号"));
      assertEquals(unit.calls(), own.stream().map(row -> row.getField("人编号")).distinct().count());
      assertTrue(own.stream().allMatch(row -> row.getField("拨打日期").startsWith("2024-05-")));
    }
    List<NamedCsvRecord> all = calls.values().stream().flatMap(List::stream).toList();
    assertEquals("41.26", share(all, "雨露计划"));
    assertEquals("32.17", share(all, "雨露计划+"));
    assertEquals("43.36", share(all, "交通补助"));
    assertEquals("77.53", share(all, "小额信贷"));
    assertEquals("16.67", share(of(calls, "禄劝县"), "雨露计划"));
    assertEquals("40.00", share(of(calls, "安宁市"), "交通补助"));
    assertEquals("0.00", share(of(calls, "寻甸县"), "雨露计划+"));
    assertEquals(2, count(of(calls, "五华区"), "小额信贷", "不适用"));
  }

  private static String share(List<NamedCsvRecord> rows, String policy) {
    int knows = count(rows, policy, "知晓");
    return new BigDecimal(100 * knows)
        .divide(new BigDecimal(knows + count(rows, policy, "不知晓")), 2, RoundingMode.HALF_UP)
        .toString();
  }

  private static int count(List<NamedCsvRecord> rows, String field, String value) {
    return (int) rows.stream().filter(row -> row.getField(field).equals(value)).count();
  }

  private static int paid(List<NamedCsvRecord> rows, LocalDate by) {
    return (int)
        rows.stream()
            .map(row -> row.getField("发放日期"))
            .filter(day -> !day.isEmpty() && !LocalDate.parse(day).isAfter(by))
            .count();
  }

  private static BigDecimal amount(List<NamedCsvRecord> rows) {
    return rows.stream()
        .map(row -> row.getField("发放金额"))
        .filter(amount -> !amount.isEmpty())
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<NamedCsvRecord> of(Map<String, List<NamedCsvRecord>> rows, Unit unit) {
    return of(rows, unit.name());
  }

  private static List<NamedCsvRecord> of(Map<String, List<NamedCsvRecord>> rows, String unit) {
    return rows.getOrDefault(unit, List.of());
  }

  private static Map<String, List<NamedCsvRecord>> byUnit(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Table.read(in).stream().collect(groupingBy(row -> row.getField("县（市）区")));
    }
  }
}
