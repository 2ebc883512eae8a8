package io.countypulse.employment.figure;

import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Sheets;
import io.countypulse.employment.Sheets.Row;
import io.countypulse.employment.figure.Oracle.Job;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;

/**
 * Whatever files tell of people, one after the other, the figures of any day are those of a count
 * over the files alone.
 */
class RandomHistoriesProperty {

  private static final LocalDate FIRST = LocalDate.of(2023, 10, 1);
  private static final int DAYS = 253;
  private static final List<String> COUNTIES = List.of("530113", "530102", "530103");
  private static final List<String> AREAS = List.of("省外", "县内", "省内县外", "");

  /** What one file tells of one person. */
  record Told(int person, String county, List<Job> jobs) {}

  /** One file, at most one entry a person. */
  record File(LocalDate asOf, boolean correct, List<Told> told) {}

  @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
  void figuresAreThoseOfACountOverTheFiles(@ForAll("histories") List<File> files) {
    Department department = Department.shared().reset();
    Oracle oracle = new Oracle();
    for (File file : files) {
      String parameters =
          "asOf=" + file.asOf() + "&countyChange=" + (file.correct() ? "correct" : "move");
      var done = department.imports("workers", parameters, csv(file), Department.lead());
      assertThat(done.rows().getLast()).as(done.rejects()).isZero();
      file.told()
          .forEach(
              told ->
                  oracle.tell(
                      told.person(), told.county(), told.jobs(), file.asOf(), file.correct()));
    }
    for (int day = DAYS; day > 0; day -= 61) {
      LocalDate asOf = FIRST.plusDays(day);
      JsonNode figures =
          department.read("/api/employment/figures?asOf=" + asOf, Department.lead()).at("/figures");
      for (String county : COUNTIES) {
        assertThat(
                List.of(
                    figure(figures, county, "working"),
                    figure(figures, county, "out_of_province"),
                    figure(figures, county, "worked_this_year")))
            .as("%s on %s after %s", county, asOf, files)
            .containsExactly(
                oracle.working(county, asOf),
                oracle.outOfProvince(county, asOf),
                oracle.workedThisYear(county, asOf));
      }
    }
  }

  @Provide
  Arbitrary<List<File>> histories() {
    Arbitrary<Integer> day = Arbitraries.integers().between(0, DAYS);
    Arbitrary<Job> job =
        Combinators.combine(
                day, Arbitraries.integers().between(0, 90).injectNull(0.3), Arbitraries.of(AREAS))
            .as(
                (start, length, area) ->
                    new Job(
                        FIRST.plusDays(start),
                        length == null ? null : FIRST.plusDays(start + length),
                        area.equals("省外")));
    Arbitrary<Told> told =
        Combinators.combine(
                Arbitraries.integers().between(1, 4),
                Arbitraries.of(COUNTIES),
                job.list().ofMaxSize(3))
            .as(Told::new);
    Arbitrary<List<Told>> people =
        told.list().ofMinSize(1).ofMaxSize(4).uniqueElements(Told::person);
    return Combinators.combine(
            day,
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))),
            people)
        .as((asOf, correct, entries) -> new File(FIRST.plusDays(asOf), correct, entries))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(files -> files.stream().sorted(Comparator.comparing(File::asOf)).toList());
  }

  private static String csv(File file) {
    List<Row> rows = new ArrayList<>();
    for (Told told : file.told()) {
      Row person = Sheets.worker(told.person()).with("县（市）区", told.county());
      if (told.jobs().isEmpty()) {
        rows.add(person);
      }
      IntStream.range(0, told.jobs().size())
          .mapToObj(
              place -> {
                Job job = told.jobs().get(place);
                return person
                    .with("开始日期", job.start().toString())
                    .with("结束日期", job.end() == null ? "" : job.end().toString())
                    .with("务工区域", job.outside() ? "省外" : "县内")
                    .with("务工单位", "单位" + place);
              })
          .forEach(rows::add);
    }
    return workers(rows);
  }

  private static int figure(JsonNode figures, String county, String indicator) {
    return figures
        .valueStream()
        .filter(figure -> figure.at("/county").asString().equals(county))
        .filter(figure -> figure.at("/indicator").asString().equals("employment." + indicator))
        .findFirst()
        .orElseThrow()
        .at("/value")
        .asInt(0);
  }
}
