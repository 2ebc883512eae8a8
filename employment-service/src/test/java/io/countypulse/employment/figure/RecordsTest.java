package io.countypulse.employment.figure;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Sheets.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordsTest {

  private static final Row MOVER = spell(1, "省外", "甲公司", "2023-03-01", "");

  private final Department department = Department.shared().reset();

  @Test
  void monthsOpenToThoseWhoWorkedThere() {
    imports("2024-01-01", MOVER, spell(2, "县内", "乙厂", "2023-01-01", "2023-02-01"), worker(3));
    imports("2024-03-15", MOVER.with("县（市）区", "五华区"));
    assertThat(people("months_vs_last_year", "530113", lead()))
        .containsExactlyInAnyOrder("P1", "P2");
    assertThat(people("months_vs_last_year", "530102", lead())).containsExactly("P1");
    assertThat(people("months_vs_last_year", "530102", clerk("530102"))).containsExactly("P1");
  }

  @Test
  void aReturnCountsWhereThePersonLivedThen() {
    Row back = MOVER.with("结束日期", "2024-03-01");
    imports("2024-01-01", back);
    imports("2024-03-15", back.with("县（市）区", "五华区"));
    assertThat(department.figure("employment.returned", "530113", "2024-06-10")).isOne();
    assertThat(people("returned", "530113", clerk("530113"))).containsExactly("P1");
    assertThat(people("returned", "530102", lead())).isEmpty();
  }

  @Test
  void townshipsAndVillagesHaveThemToo() {
    imports("2024-01-01", MOVER.with("结束日期", "2024-03-01"));
    JsonNode figures =
        department
            .read("/api/employment/figures?level=village&asOf=2024-06-10", lead())
            .at("/figures");
    assertThat(
            figures
                .valueStream()
                .filter(figure -> figure.at("/village").asString().equals("石羊村"))
                .map(
                    figure ->
                        figure.at("/indicator").asString() + " " + figure.at("/value").asString()))
        .contains(
            "employment.returned 1",
            "employment.re_employed 0",
            "employment.months_vs_last_year 58.82");
  }

  private void imports(String asOf, Row... rows) {
    department.imports("workers", "asOf=" + asOf, workers(List.of(rows)), lead());
  }

  private List<String> people(String indicator, String county, String token) {
    return department
        .read(
            "/api/employment/figures/employment." + indicator + "/records?county=" + county, token)
        .at("/items")
        .findValuesAsString("personId");
  }
}
