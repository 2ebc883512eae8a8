package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RunningCity;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * Who is entitled, found by itself out of the spells in work, and who was paid, out of the files,
 * up to the leader's figures (DOMAIN.md § 6, § 9).
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SubsidyTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final LocalDate MONTH_BEFORE = LocalDate.of(2024, 5, 10);
  private static final int TEN_THOUSAND = 10_000;

  @RegisterExtension static final Kunming kunming = new Kunming();

  private static RunningCity city;
  private static PulseApi leader;
  private static Map<String, String> codes;

  @BeforeAll
  static void start() throws IOException {
    city = kunming.city();
    leader = city.signIn("leader");
    codes = new LinkedHashMap<>();
    for (JsonNode unit : leader.getJson("/api/city").get("units")) {
      codes.put(unit.get("name").asString(), unit.get("code").asString());
    }
    codes.put("总计", "530100");
    Figures.awaitEqual(leader, TODAY, Figures.SUBSIDY, counted(TODAY));
  }

  @Test
  @Order(1)
  void travelSubsidiesAreTheBulletinsTable() throws IOException {
    Map<String, String> today = Figures.asOf(leader, TODAY, Figures.SUBSIDY);
    for (Map<String, String> row : table("transport_subsidy.csv")) {
      String unit = code(cell(row, "county"));
      assertThat(today)
          .as("%s", row)
          .containsEntry(unit + " entitled", cell(row, "out_of_province_persons"))
          .containsEntry(unit + " paid", cell(row, "paid_persons"))
          .containsEntry(unit + " paid_amount", yuan(cell(row, "paid_amount_10k_yuan")));
    }
    assertThat(today).containsEntry("530100 paid_rate", "1.14");
  }

  @Test
  @Order(2)
  void studentsAreTheBulletinsTableOnBothDates() throws IOException {
    Map<String, String> today = Figures.asOf(leader, TODAY, Figures.SUBSIDY);
    Map<String, String> before = Figures.asOf(leader, MONTH_BEFORE, Figures.SUBSIDY);
    for (Map<String, String> row : table("yulu_subsidy.csv")) {
      String unit = code(cell(row, "county"));
      assertThat(today)
          .as("%s", row)
          .containsEntry(unit + " students", cell(row, "students"))
          .containsEntry(unit + " yulu_paid", cell(row, "paid_students"))
          .containsEntry(unit + " yulu_amount", cell(row, "paid_amount_yuan") + ".00")
          .containsEntry(unit + " unpaid", cell(row, "unpaid_at_2024_06_10"));
      assertThat(before)
          .as("%s", row)
          .containsEntry(unit + " unpaid", cell(row, "unpaid_at_2024_05_10"));
    }
  }

  @Test
  @Order(3)
  void anyDayFollowsFromTheSameRecords() throws IOException {
    for (LocalDate day :
        List.of(
            MONTH_BEFORE,
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2023, 12, 31),
            LocalDate.of(2022, 9, 1))) {
      assertThat(Figures.asOf(leader, day, Figures.SUBSIDY)).as("%s", day).isEqualTo(counted(day));
    }
  }

  @Test
  @Order(4)
  void theDepartmentsOwnTablesSayTheSameAndOpenToThePeople() {
    PulseApi lead = city.signIn("subsidy-lead");
    for (LocalDate day : List.of(TODAY, MONTH_BEFORE)) {
      Map<String, String> reported = Figures.asOf(leader, day, Figures.SUBSIDY);
      JsonNode own = lead.getJson("/api/subsidy/figures?asOf=" + day);
      assertThat(Figures.of(own, Figures.SUBSIDY)).isEqualTo(reported);
    }
    String county = code("禄劝县");
    JsonNode paid =
        lead.getJson("/api/subsidy/figures/transport.paid/records?county=" + county + "&limit=200");
    assertThat(paid.get("count").asInt()).isEqualTo(113);
    assertThat(paid.get("items").get(0).get("maskedIdentityNumber").asString())
        .matches("53\\d\\*{11}[0-9X]{4}");
  }

  @Test
  @Order(5)
  void theDepartmentSeesWhoWaitsAndOpensTheListOfAnyCounty() {
    PulseApi lead = city.signIn("subsidy-lead");
    JsonNode waiting = lead.getJson("/api/subsidy/waiting");
    assertThat(waiting.get("waiting").asInt()).isEqualTo(12_448);
    for (JsonNode line : waiting.get("counties")) {
      JsonNode people =
          lead.getJson(
              "/api/subsidy/cases?programme=TRANSPORT&period=2024&unpaid=true&limit=1&county="
                  + line.get("county").asString());
      assertThat(people.get("count").asInt()).isEqualTo(line.get("waiting").asInt());
      assertThat(people.get("items").get(0).get("entitledFrom").asString())
          .isEqualTo(line.get("oldest").asString());
    }
  }

  @Test
  @Order(6)
  void aCountyClerkSeesTheOwnCountysCasesOnly() {
    PulseApi clerk = city.signIn("subsidy-clerk");
    assertThat(Figures.asOf(clerk, TODAY, Figures.SUBSIDY).keySet())
        .allMatch(key -> key.startsWith("530102 "));
    assertThat(clerk.get("/api/subsidy/cases?county=530113").statusCode()).isEqualTo(403);
    assertThat(clerk.getJson("/api/subsidy/waiting").get("waiting").asInt()).isZero();
  }

  private static Map<String, String> counted(LocalDate day) throws IOException {
    return Oracle.subsidy(day, List.of(city.files().toString()));
  }

  private static String code(String unit) {
    return Objects.requireNonNull(codes.get(unit), unit);
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static String yuan(String tenThousands) {
    return new BigDecimal(tenThousands)
        .multiply(BigDecimal.valueOf(TEN_THOUSAND))
        .setScale(2, RoundingMode.UNNECESSARY)
        .toPlainString();
  }

  private static List<Map<String, String>> table(String file) throws IOException {
    Path path = RunningCity.project().resolve("demo-city/src/main/resources/kunming").resolve(file);
    List<String> lines = Files.readAllLines(path);
    List<String> header = List.of(lines.getFirst().split(",", -1));
    return lines.subList(1, lines.size()).stream()
        .map(
            line -> {
              List<String> cells = List.of(line.split(",", -1));
              Map<String, String> row = new LinkedHashMap<>();
              header.forEach(column -> row.put(column, cells.get(header.indexOf(column))));
              return row;
            })
        .toList();
  }
}
