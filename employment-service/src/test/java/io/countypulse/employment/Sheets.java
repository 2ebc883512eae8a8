package io.countypulse.employment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the department's files as a clerk's program would, from rows with sensible defaults. */
public final class Sheets {

  private static final List<String> WORKER_HEADERS =
      List.of(
          "县（市）区", "乡镇", "行政村", "户编号", "人编号", "姓名", "证件号码", "户类型", "劳动能力", "务工区域", "务工省份", "务工单位",
          "岗位类型", "开始日期", "结束日期", "月工资", "就业意愿", "行业");
  private static final String CHECK_CHARACTERS = "10X98765432";

  private Sheets() {}

  /** One row; {@link #with} changes cells by their header. */
  public record Row(Map<String, String> cells) {
    public Row {
      cells = Map.copyOf(cells);
    }

    public Row with(String header, String value) {
      var changed = new LinkedHashMap<>(cells);
      changed.put(header, value);
      return new Row(changed);
    }
  }

  /** A worker out of work: person {@code n}, in a household of the same number, in 东川区. */
  public static Row worker(int n) {
    return new Row(
        Map.of(
            "县（市）区", "东川区",
            "乡镇", "铜都街道",
            "行政村", "石羊村",
            "户编号", "H" + n,
            "人编号", "P" + n,
            "姓名", "张" + "甲乙丙丁戊己庚辛".charAt(n % 8),
            "证件号码", number(n),
            "户类型", "脱贫户",
            "劳动能力", "普通劳动力"));
  }

  /** A row that tells of a spell. */
  public static Row spell(int n, String area, String employer, String start, String end) {
    return worker(n)
        .with("务工区域", area)
        .with("务工单位", employer)
        .with("岗位类型", "普通")
        .with("开始日期", start)
        .with("结束日期", end)
        .with("月工资", "3500");
  }

  public static String workers(Row... rows) {
    return workers(List.of(rows));
  }

  public static String workers(List<Row> rows) {
    return csv(WORKER_HEADERS, rows);
  }

  /** Rows: county, household, category, head count, year, income. */
  public static String households(String... rows) {
    return lines("县（市）区,户编号,户类型,家庭人口,年度,家庭纯收入,乡镇,行政村", rows);
  }

  /** Rows: county, year, programme, value, deadline. */
  public static String targets(String... rows) {
    return lines("县（市）区,年度,项目,目标值,完成时限", rows);
  }

  /** A valid identity number of nobody: its district was never assigned. */
  public static String number(int n) {
    String body =
        "530190"
            + LocalDate.of(1970, 1, 1).plusDays(n / 1000).toString().replace("-", "")
            + "%03d".formatted(n % 1000);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (body.charAt(i) - '0');
    }
    return body + CHECK_CHARACTERS.charAt(sum % 11);
  }

  public static String lines(String header, String... rows) {
    return Stream.concat(Stream.of(header), Stream.of(rows)).collect(Collectors.joining("\n"));
  }

  private static String csv(List<String> headers, List<Row> rows) {
    List<String> lines = new ArrayList<>(List.of(String.join(",", headers)));
    for (Row row : rows) {
      lines.add(
          headers.stream()
              .map(header -> row.cells().getOrDefault(header, ""))
              .collect(Collectors.joining(",")));
    }
    return String.join("\n", lines);
  }
}
