package io.countypulse.credit.feed;

import io.countypulse.platform.intake.sheet.FileFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The refused rows of a feed as a supplement to be corrected and sent again: CSV in the feed's
 * layout with the reason (原因) behind each row. It is made from the stored feed.
 */
@Component
class RefusedRows {

  private final JdbcClient jdbc;
  private final FeedStore store;

  RefusedRows(JdbcClient jdbc, FeedStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  /** A refused line and why. */
  private record Line(int line, String reason) {}

  void write(UUID feed, OutputStream output) throws IOException {
    Map<Integer, String> reasons = reasons(feed);
    FileFormat format;
    try (InputStream text = FeedBytes.unpacked(store.bytes(feed))) {
      format = FeedBytes.format(text);
    }
    List<List<String>> rows = new ArrayList<>();
    FeedHeader header;
    try (FeedRecords records = FeedText.records(store.bytes(feed), format)) {
      header = FeedText.header(records);
      while (!reasons.isEmpty() && records.next()) {
        String reason = reasons.remove(records.line());
        if (reason != null) {
          rows.add(row(records, reason));
        }
      }
    }
    try (Writer writer =
        new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
      write(writer, header(header, rows));
      for (List<String> row : rows) {
        write(writer, row);
      }
    }
  }

  private Map<Integer, String> reasons(UUID feed) {
    Map<Integer, String> reasons = new TreeMap<>();
    jdbc.sql(
            """
            select line, string_agg(concat_ws('：', nullif(field, ''), message), '；' order by field) as reason
            from feed_refusal where feed_id = ? group by line
            """)
        .param(feed)
        .query(Line.class)
        .list()
        .forEach(line -> reasons.put(line.line(), line.reason()));
    return reasons;
  }

  private static List<String> row(FeedRecords records, String reason) {
    List<String> fields =
        new ArrayList<>(records.defect() == null ? records.fields() : List.of("D"));
    while (fields.size() <= DetailField.STATUS.place()) {
      fields.add("");
    }
    List<String> row = new ArrayList<>(fields.subList(0, DetailField.STATUS.place() + 1));
    row.add(reason);
    return row;
  }

  /** The next number and the totals of these rows as they stand: to be checked when corrected. */
  private static List<String> header(FeedHeader header, List<List<String>> rows) {
    return List.of(
        FeedHeader.MARK,
        header.bank(),
        header.businessDate().toString(),
        Long.toString(header.sequence() + 1),
        Integer.toString(rows.size()),
        sum(rows, DetailField.BALANCE),
        sum(rows, DetailField.OVERDUE),
        FeedHeader.SUPPLEMENT);
  }

  private static String sum(List<List<String>> rows, DetailField field) {
    return rows.stream()
        .flatMap(row -> Amounts.money(row.get(field.place())).stream())
        .reduce(new BigDecimal("0.00"), BigDecimal::add)
        .toPlainString();
  }

  private static void write(Writer writer, List<String> fields) throws IOException {
    for (int place = 0; place < fields.size(); place++) {
      writer.write(place == 0 ? "" : ",");
      writer.write(quoted(inert(fields.get(place))));
    }
    writer.write("\r\n");
  }

  /** No sound field begins so; a spreadsheet program would take it for a formula. */
  private static String inert(String field) {
    return !field.isEmpty() && "=+@\t\r".indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
  }

  private static String quoted(String field) {
    boolean plain =
        field.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
