package io.countypulse.subsidy.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The file the bank pays by: a header with control totals, then one record a payment, comma
 * separated, rows ended as RFC 4180 has it.
 *
 * <pre>{@code
 * H,批次号,项目,日期,笔数,总金额
 * D,序号,个案编号,户编号,人编号,县（市）区,金额
 * }</pre>
 */
final class BatchFile {

  private static final int BUFFER = 1 << 16;

  private final OutputStream output;
  private final Charset charset;
  private final StringBuilder pending = new StringBuilder(BUFFER);

  BatchFile(OutputStream output, Charset charset) {
    this.output = output;
    this.charset = charset;
  }

  /** One payment. */
  record Line(
      int line, String caseId, String householdId, String subjectId, String county, long fen) {}

  void header(String number, String title, LocalDate day, int lines, long fen) throws IOException {
    record("H", number, title, day.toString(), Integer.toString(lines), yuan(fen));
  }

  void line(Line line) throws IOException {
    record(
        "D",
        Integer.toString(line.line()),
        line.caseId(),
        line.householdId(),
        line.subjectId(),
        line.county(),
        yuan(line.fen()));
  }

  void finish() throws IOException {
    send();
    output.flush();
  }

  private void record(String... fields) throws IOException {
    for (int place = 0; place < fields.length; place++) {
      pending.append(place == 0 ? "" : ",").append(quoted(fields[place]));
    }
    pending.append("\r\n");
    if (pending.length() > BUFFER / 2) {
      send();
    }
  }

  private void send() throws IOException {
    output.write(pending.toString().getBytes(charset));
    pending.setLength(0);
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(sign -> ",\"\r\n".indexOf(sign) >= 0);
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  /** A stream that keeps nothing but the SHA-256 of what is written. */
  static DigestOutputStream digest() {
    try {
      return new DigestOutputStream(
          OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String hex(DigestOutputStream digest) {
    return HexFormat.of().formatHex(digest.getMessageDigest().digest());
  }
}
