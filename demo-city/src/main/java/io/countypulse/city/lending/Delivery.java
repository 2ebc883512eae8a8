package io.countypulse.city.lending;

import io.countypulse.city.Bank;
import io.countypulse.city.Unit;
import io.countypulse.city.lending.Feed.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** How a bank delivers; every bank has its ways, of the file and of calling a county. */
enum Delivery {
  /** Compressed CSV in UTF-8, counties by name. */
  GZIP(".csv.gz"),
  /** CSV in GB18030, counties by full name. */
  GB18030(".csv"),
  /** A JSON object a line, counties by code. */
  JSON_LINES(".jsonl");

  private static final List<String> HEADER = List.of("银行代码", "业务日期", "序号", "明细数", "余额合计", "逾期合计");
  private static final List<String> DETAIL =
      List.of("借据号", "户编号", "县（市）区", "放款日期", "到期日期", "放款金额", "年利率", "余额", "逾期本金", "逾期起始日", "状态");

  final String ending;

  Delivery(String ending) {
    this.ending = ending;
  }

  static Delivery of(Bank bank) {
    return values()[Bank.ALL.indexOf(bank) % values().length];
  }

  /** The file's content. */
  byte[] bytes(Feed feed) {
    StringBuilder text = new StringBuilder(128 * (feed.lines().size() + 1));
    line(HEADER, header(feed), text);
    feed.lines().forEach(line -> line(DETAIL, detail(line), text));
    return switch (this) {
      case GZIP -> compressed(text.toString().getBytes(StandardCharsets.UTF_8));
      case GB18030 -> text.toString().getBytes(Charset.forName("GB18030"));
      case JSON_LINES -> text.toString().getBytes(StandardCharsets.UTF_8);
    };
  }

  private static List<String> header(Feed feed) {
    return List.of(
        "H",
        feed.bank().code(),
        feed.day().toString(),
        Integer.toString(feed.sequence()),
        Integer.toString(feed.lines().size()),
        yuan(feed.outstanding()),
        yuan(feed.overdue()));
  }

  private List<String> detail(Line line) {
    Loan loan = line.loan();
    Position position = line.position();
    LocalDate since = position.since();
    return List.of(
        "D",
        loan.number(),
        loan.household(),
        called(loan.unit()),
        loan.contract().issued().toString(),
        position.due().toString(),
        yuan(loan.contract().amount()),
        Rates.on(loan.contract().issued()),
        yuan(position.balance()),
        yuan(position.overdue()),
        since == null ? "" : since.toString(),
        position.status().text);
  }

  private String called(Unit unit) {
    return switch (this) {
      case GZIP -> unit.name();
      case GB18030 -> unit.fullName();
      case JSON_LINES -> unit.code();
    };
  }

  /**
   * A record of the mark and the named fields; JSON does without the mark. No cell holds a comma or
   * a quotation mark.
   */
  private void line(List<String> names, List<String> cells, StringBuilder text) {
    if (this != JSON_LINES) {
      text.append(String.join(",", cells)).append('\n');
      return;
    }
    text.append('{');
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "\"" : ",\"").append(names.get(i)).append("\":\"");
      text.append(cells.get(i + 1)).append('"');
    }
    text.append("}\n");
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static String yuan(long fen) {
    long cents = fen % 100;
    return fen / 100 + (cents < 10 ? ".0" : ".") + cents;
  }
}
