package io.countypulse.credit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes a feed as a bank's program would: the header follows from the rows. */
public record Feed(String bank, String day, long sequence, boolean supplement, List<String> rows) {

  private static final int BALANCE = 8;
  private static final int OVERDUE = 9;

  public Feed {
    rows = List.copyOf(rows);
  }

  public static Feed of(TestBank bank, String day, long sequence, String... rows) {
    return new Feed(bank.code(), day, sequence, false, List.of(rows));
  }

  /** The same as a supplement. */
  public Feed asSupplement() {
    return new Feed(bank, day, sequence, true, rows);
  }

  /** A loan of 50,000 yuan issued on 2024-02-03 in 东川区, due in three years. */
  public static String loan(String number, String balance) {
    return loan(
        number, "H" + number, "东川区", "2024-02-03", "2027-02-03", "50000", balance, "0", "正常");
  }

  public static String loan(
      String number,
      String household,
      String county,
      String issued,
      String due,
      String amount,
      String balance,
      String overdue,
      String status) {
    return String.join(
        ",", "D", number, household, county, issued, due, amount, "4.35", balance, overdue, "",
        status);
  }

  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "H,%s,%s,%d,%d,%s,%s%s"
            .formatted(
                bank,
                day,
                sequence,
                rows.size(),
                sum(BALANCE),
                sum(OVERDUE),
                supplement ? ",补报" : ""));
    lines.addAll(rows);
    return String.join("\n", lines) + "\n";
  }

  public byte[] bytes() {
    return bytes(StandardCharsets.UTF_8);
  }

  public byte[] bytes(Charset charset) {
    return text().getBytes(charset);
  }

  public static byte[] gzipped(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private String sum(int field) {
    return rows.stream()
        .map(row -> row.split(",", -1))
        .filter(fields -> fields.length > OVERDUE && fields[field].matches("\\d+(\\.\\d{1,2})?"))
        .map(fields -> new BigDecimal(fields[field]))
        .reduce(new BigDecimal("0.00"), BigDecimal::add)
        .toPlainString();
  }
}
