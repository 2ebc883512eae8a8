package io.countypulse.reporting.bulletin;

import io.countypulse.reporting.bulletin.Page.Grid;
import io.countypulse.reporting.bulletin.Page.Line;
import io.countypulse.reporting.figure.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The tables of a bulletin, one a programme, the city's total last. */
final class Tables {

  /** How a column is written out of a figure. */
  private record Column(String heading, String indicator, Function<FigureRow, String> text) {}

  /** A table of figures and the section it belongs to. */
  private record Form(String key, String section, String title, List<Column> columns) {}

  private static final List<Form> FORMS =
      List.of(
          new Form(
              "employment",
              "employment",
              "务工就业完成情况",
              List.of(
                  plain("目标任务（人）", "employment.target"),
                  plain("已务工人数（人）", "employment.working"),
                  plain("其中：省外（人）", "employment.out_of_province"),
                  plain("完成率（%）", "employment.completion_rate"),
                  change("较上月（百分点）", "employment.completion_rate"),
                  rank("完成率排名", "employment.completion_rate"))),
          new Form(
              "transport",
              "transport",
              "跨省务工交通补助发放情况",
              List.of(
                  plain("应补人数（人）", "transport.entitled"),
                  plain("已补人数（人）", "transport.paid"),
                  tenThousands("发放金额（万元）", "transport.paid_amount"),
                  plain("发放率（%）", "transport.paid_rate"),
                  change("较上月（百分点）", "transport.paid_rate"))),
          new Form(
              "yulu",
              "yulu",
              "雨露计划发放情况",
              List.of(
                  plain("应补学生（人）", "yulu.students"),
                  plain("已补学生（人）", "yulu.paid"),
                  plain("发放金额（元）", "yulu.paid_amount"),
                  before("上月同日未补（人）", "yulu.unpaid"),
                  plain("尚未补（人）", "yulu.unpaid"))),
          new Form(
              "credit_issued",
              "credit",
              "小额信贷发放情况",
              List.of(
                  tenThousands("年度目标（万元）", "credit.target"),
                  tenThousands("累计发放（万元）", "credit.issued"),
                  plain("发放户数（户）", "credit.issued_households"),
                  plain("完成率（%）", "credit.completion_rate"),
                  before("上月同日完成率（%）", "credit.completion_rate"),
                  change("较上月（百分点）", "credit.completion_rate"),
                  rank("完成率排名", "credit.completion_rate"))),
          new Form(
              "credit_overdue",
              "credit",
              "小额信贷逾期情况",
              List.of(
                  tenThousands("逾期金额（万元）", "credit.overdue"),
                  plain("逾期户数（户）", "credit.overdue_households"),
                  plain("逾期率（%）", "credit.overdue_rate"),
                  change("较上月（百分点）", "credit.overdue_rate"),
                  rank("排名（由低到高）", "credit.overdue_rate"))),
          new Form(
              "calls",
              "calls",
              "电话核查情况",
              List.of(
                  plain("拨打（个）", "calls.made"),
                  plain("有效（个）", "calls.valid"),
                  plain("问题号码（个）", "calls.problem_numbers"),
                  plain("雨露计划知晓率（%）", "calls.awareness_rate.yulu"),
                  plain("雨露计划+知晓率（%）", "calls.awareness_rate.yulu_plus"),
                  plain("交通补助知晓率（%）", "calls.awareness_rate.transport"),
                  plain("小额信贷知晓率（%）", "calls.awareness_rate.microcredit"))));

  private final Material material;
  private final Map<String, FigureRow> figures;

  Tables(Material material) {
    this.material = material;
    figures = material.figures().index();
  }

  /** The tables of a section. */
  List<Grid> of(String section) {
    return FORMS.stream().filter(form -> form.section().equals(section)).map(this::grid).toList();
  }

  private Grid grid(Form form) {
    List<Line> lines = new ArrayList<>();
    material
        .figures()
        .counties()
        .forEach(
            (code, name) -> {
              if (isTold(form, code)) {
                lines.add(line(form, code, name, false));
              }
            });
    lines.add(line(form, material.figures().city(), "全市", true));
    List<String> headings = new ArrayList<>(List.of("县（市）区"));
    form.columns().forEach(column -> headings.add(column.heading()));
    List<Boolean> numeric = new ArrayList<>(List.of(false));
    form.columns().forEach(_ -> numeric.add(true));
    return new Grid(form.key(), form.title(), note(), headings, numeric, lines);
  }

  private String note() {
    return "截至" + material.figures().asOf() + "；“——”为不适用，“无目标”为未下达目标，“未报送”为既无记录也无目标。";
  }

  /** A unit that has nothing to tell in a programme has no row in its table; zeros are told. */
  private boolean isTold(Form form, String county) {
    return form.columns().stream()
        .flatMap(column -> figure(county, column.indicator()).stream())
        .anyMatch(row -> row.state() == State.VALUE && isRecord(row, county));
  }

  /** 待认定 is told only where it holds something. */
  private static boolean isRecord(FigureRow row, String county) {
    BigDecimal value = row.value();
    return !county.equals("UNKNOWN") || (value != null && value.signum() != 0);
  }

  private Line line(Form form, String county, String name, boolean total) {
    List<Inline> cells = new ArrayList<>(List.of(Inline.words(name)));
    for (Column column : form.columns()) {
      cells.add(
          figure(county, column.indicator())
              .map(row -> Inline.number(column.text().apply(row), row))
              .orElseGet(() -> Inline.words(Numbers.NOTHING)));
    }
    return new Line(total, cells);
  }

  private Optional<FigureRow> figure(String county, String indicator) {
    return Optional.ofNullable(figures.get(county + "|" + indicator));
  }

  private static Column plain(String heading, String indicator) {
    return new Column(heading, indicator, Numbers::plain);
  }

  private static Column tenThousands(String heading, String indicator) {
    return new Column(heading, indicator, Numbers::tenThousands);
  }

  private static Column before(String heading, String indicator) {
    return new Column(
        heading,
        indicator,
        row ->
            row.previous() == null
                ? Numbers.NOTHING
                : Numbers.plain(row.indicator(), row.previous()));
  }

  private static Column change(String heading, String indicator) {
    return new Column(
        heading,
        indicator,
        row -> row.change() == null ? Numbers.NOTHING : Numbers.signed(row.change()));
  }

  private static Column rank(String heading, String indicator) {
    return new Column(
        heading, indicator, row -> row.rank() == null ? Numbers.NOTHING : row.rank().toString());
  }
}
