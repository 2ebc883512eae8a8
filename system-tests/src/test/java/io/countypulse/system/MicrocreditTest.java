package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Eventually;
import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RunningCity;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** The banks' daily feeds, from their signed files to the leader's figures (DOMAIN.md § 5, § 9). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MicrocreditTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final LocalDate MONTH_BEFORE = LocalDate.of(2024, 5, 10);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
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
    Map<String, String> counted = counted(TODAY);
    Eventually.holds(
        "every feed is counted",
        PATIENCE,
        () -> Figures.asOf(leader, TODAY, Figures.CREDIT).equals(counted));
  }

  @Test
  @Order(1)
  void whatWasIssuedAgainstTheTargetIsTheBulletinsTable() throws IOException {
    Map<String, String> today = Figures.asOf(leader, TODAY, Figures.CREDIT);
    Map<String, String> before = Figures.asOf(leader, MONTH_BEFORE, Figures.CREDIT);
    for (Map<String, String> row : table("microcredit_issued.csv")) {
      String unit = code(cell(row, "county"));
      assertThat(today)
          .as("%s", row)
          .containsEntry(unit + " target", yuan(cell(row, "target_10k_yuan")))
          .containsEntry(unit + " issued", yuan(cell(row, "issued_10k_yuan")))
          .containsEntry(unit + " completion", percent(cell(row, "published_completion_percent")));
      assertThat(before)
          .as("%s", row)
          .containsEntry(
              unit + " completion", percent(cell(row, "published_completion_percent_2024_05_10")));
    }
  }

  @Test
  @Order(2)
  void whatIsOverdueIsTheBulletinsTable() throws IOException {
    Map<String, String> today = Figures.asOf(leader, TODAY, Figures.CREDIT);
    Map<String, String> before = Figures.asOf(leader, MONTH_BEFORE, Figures.CREDIT);
    for (Map<String, String> row : table("microcredit_overdue.csv")) {
      String unit = code(cell(row, "county"));
      assertThat(today)
          .as("%s", row)
          .containsEntry(unit + " overdue", yuan(cell(row, "overdue_10k_yuan")))
          .containsEntry(unit + " overdue_households", cell(row, "overdue_households"));
      if (!cell(row, "published_trend").isEmpty()) {
        assertThat(today)
            .containsEntry(unit + " overdue_rate", percent(cell(row, "published_overdue_percent")));
        int trend =
            new BigDecimal(cell(today, unit + " overdue_rate"))
                .compareTo(new BigDecimal(cell(before, unit + " overdue_rate")));
        assertThat(trend)
            .as("%s", row)
            .isEqualTo(cell(row, "published_trend").equals("up") ? 1 : -1);
      }
    }
  }

  @Test
  @Order(3)
  void anyDayFollowsFromTheSameFeeds() throws IOException {
    for (LocalDate day :
        List.of(MONTH_BEFORE, LocalDate.of(2024, 5, 31), LocalDate.of(2023, 12, 31))) {
      assertThat(Figures.asOf(leader, day, Figures.CREDIT)).as("%s", day).isEqualTo(counted(day));
    }
  }

  @Test
  @Order(4)
  void theDepartmentsOwnTablesSayTheSameAndOpenToTheLoans() {
    PulseApi lead = city.signIn("credit-lead");
    Map<String, String> reported = Figures.asOf(leader, TODAY, Figures.CREDIT);
    for (JsonNode figure : lead.getJson("/api/credit/figures?asOf=" + TODAY).get("figures")) {
      String column = Figures.CREDIT.get(figure.get("indicator").asString());
      if (column == null || figure.get("value").isNull()) {
        continue;
      }
      String said = cell(reported, figure.get("county").asString() + " " + column);
      if (Character.isDigit(said.charAt(0))) {
        assertThat(new BigDecimal(said))
            .as("%s", figure)
            .isEqualByComparingTo(figure.get("value").asString());
      }
    }
    String county = code("东川区");
    JsonNode records =
        lead.getJson(
            "/api/credit/figures/credit.overdue_households/records?county=" + county + "&limit=10");
    assertThat(records.get("count").asString())
        .isEqualTo(cell(reported, county + " overdue_households"));
  }

  @Test
  @Order(5)
  void aCountyClerkSeesTheOwnCountysLoansOnly() {
    PulseApi clerk = city.signIn("credit-clerk");
    assertThat(Figures.asOf(clerk, TODAY, Figures.CREDIT).keySet())
        .allMatch(key -> key.startsWith("530102 "));
    assertThat(clerk.get("/api/credit/loans?county=530113").statusCode()).isEqualTo(403);
  }

  private static Map<String, String> counted(LocalDate day) throws IOException {
    return Oracle.credit(day, List.of(city.files().toString()));
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

  private static String percent(String printed) {
    return new BigDecimal(printed).setScale(2, RoundingMode.UNNECESSARY).toPlainString();
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
