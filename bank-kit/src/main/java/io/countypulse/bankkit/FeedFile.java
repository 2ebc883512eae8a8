package io.countypulse.bankkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A feed as it is sent (DOMAIN.md § 10): a first record with count and totals, then the loans.
 *
 * @param sequence the bank's running number
 */
record FeedFile(String bank, LocalDate day, long sequence, List<List<String>> loans) {

  private static final List<String> HEADER =
      List.of(
          "bank", "businessDate", "sequence", "detailCount", "totalOutstanding", "totalOverdue");
  private static final int BALANCE = 7;
  private static final int OVERDUE = 8;

  /** In what form it is written. */
  enum Form {
    CSV,
    GB18030,
    JSONL
  }

  FeedFile {
    loans = List.copyOf(loans);
  }

  byte[] bytes(Form form, boolean gzip) throws IOException {
    byte[] bytes =
        switch (form) {
          case CSV -> csv().getBytes(StandardCharsets.UTF_8);
          case GB18030 -> csv().getBytes(Charset.forName("GB18030"));
          case JSONL -> json().getBytes(StandardCharsets.UTF_8);
        };
    return gzip ? compressed(bytes) : bytes;
  }

  private List<String> header() {
    return List.of(
        bank,
        day.toString(),
        Long.toString(sequence),
        Integer.toString(loans.size()),
        sum(BALANCE),
        sum(OVERDUE));
  }

  /** What cannot be read counts as nothing: the check says what is wrong with it. */
  private String sum(int field) {
    BigDecimal sum = new BigDecimal("0.00");
    for (List<String> loan : loans) {
      if (loan.get(field).matches("\\d{1,15}(\\.\\d{1,2})?")) {
        sum = sum.add(new BigDecimal(loan.get(field)));
      }
    }
    return sum.toPlainString();
  }

  private String csv() {
    StringBuilder text = new StringBuilder();
    line("H", header(), text);
    loans.forEach(loan -> line("D", loan, text));
    return text.toString();
  }

  private static void line(String mark, List<String> cells, StringBuilder text) {
    text.append(mark);
    for (String cell : cells) {
      boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      text.append(',').append(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
    }
    text.append('\n');
  }

  private String json() {
    StringBuilder text = new StringBuilder();
    object(HEADER, header(), text);
    List<String> names = List.copyOf(LoansFile.FIELDS.values());
    loans.forEach(loan -> object(names, loan, text));
    return text.toString();
  }

  private static void object(List<String> names, List<String> cells, StringBuilder text) {
    Map<String, String> object = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      object.put(names.get(i), cells.get(i));
    }
    text.append(JsonMapper.shared().writeValueAsString(object)).append('\n');
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
