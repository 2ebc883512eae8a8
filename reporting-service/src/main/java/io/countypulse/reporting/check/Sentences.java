package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text around the tables says of their changes. */
final class Sentences {

  private static final Pattern MOVED =
      Pattern.compile("(?:增长|提高|上升|增加|提升|下降|降低|减少|回落)了?(\\d+(?:\\.\\d+)?)[%％](?!点)");

  private static final Pattern POINTS = Pattern.compile("个?百分点|(percentage )?points|pp");
  private static final Pattern AS_PER_CENT =
      Pattern.compile("as (a )?per ?cent|印[作成为]?[“\"]?(%|百分之)");

  private Sentences() {}

  /** A change of a rate, in points, that a sentence calls per cent. */
  static List<Finding> said(PrintedDocument document, ReadTable table, Relation relation) {
    if (!(relation instanceof Relation.Change change) || !change.inPoints()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (String sentence : document.sentences()) {
      Matcher moved = MOVED.matcher(sentence.replaceAll("\\s", ""));
      while (moved.find()) {
        String said = moved.group(1);
        table.rows().stream()
            .filter(row -> isSaid(table, row, change.result(), said))
            .findFirst()
            .ifPresent(row -> findings.add(finding(table, row, change.result(), moved.group())));
      }
    }
    return findings;
  }

  /** A list of figures that says of one in points that it was printed as per cent. */
  static List<Finding> listed(ReadTable table) {
    List<Finding> findings = new ArrayList<>();
    for (Row row : table.rows()) {
      List<String> cells = table.printed().rows().get(row.index());
      boolean points = cells.stream().anyMatch(text -> POINTS.matcher(text.strip()).matches());
      boolean perCent = cells.stream().anyMatch(text -> AS_PER_CENT.matcher(text).find());
      if (points && perCent) {
        table.columns().stream()
            .filter(column -> table.number(row, column).isPresent())
            .findFirst()
            .ifPresent(
                column -> findings.add(finding(table, row, column, table.text(row, column) + "%")));
      }
    }
    return findings;
  }

  private static boolean isSaid(ReadTable table, Row row, Column change, String said) {
    return table
        .value(row, change)
        .filter(value -> value.signum() != 0)
        .filter(value -> value.abs().compareTo(new BigDecimal(said)) == 0)
        .isPresent();
  }

  private static Finding finding(ReadTable table, Row row, Column change, String said) {
    return new Finding(
        FindingClass.NOTICE,
        table.name(),
        row.label(),
        change.heading(),
        said,
        said.replaceFirst("[%％]", "个百分点"),
        "正文把百分点说成了百分之几",
        "The text says per cent for points",
        new CellPlace(table.number(), row.index(), change.index()));
  }
}
