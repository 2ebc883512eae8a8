package io.countypulse.bankkit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bank's loans in a table with a header row; columns in any order, by Chinese or English name.
 */
final class LoansFile {

  /** Fields of a detail, in their order: the Chinese name and the English. */
  static final Map<String, String> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("借据号", "loanNumber");
    FIELDS.put("户编号", "householdId");
    FIELDS.put("县（市）区", "county");
    FIELDS.put("放款日期", "issuedOn");
    FIELDS.put("到期日期", "dueOn");
    FIELDS.put("放款金额", "amount");
    FIELDS.put("年利率", "annualRate");
    FIELDS.put("余额", "balance");
    FIELDS.put("逾期本金", "overdue");
    FIELDS.put("逾期起始日", "overdueSince");
    FIELDS.put("状态", "status");
  }

  private LoansFile() {}

  /**
   * Reads the loans of a file in UTF-8 or GB18030.
   *
   * @throws Complaint if a column is missing
   */
  static List<List<String>> read(Path file) throws IOException {
    List<List<String>> loans = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(text(Files.readAllBytes(file)))) {
      for (NamedCsvRecord row : rows) {
        loans.add(loan(row));
      }
    }
    return loans;
  }

  /** Three loans that are sound on the day: served, overdue, settled. */
  static List<List<String>> sample(LocalDate day, String county) {
    LocalDate issued = day.minusYears(2);
    LocalDate due = day.plusYears(1);
    LocalDate missed = day.minusDays(20);
    return List.of(
        loan("A0001", "H0000001", county, issued, due, "50000.00", "0.00", "", "正常"),
        loan(
            "A0002",
            "H0000002",
            county,
            issued.minusDays(20),
            missed,
            "30000.00",
            "30000.00",
            missed.plusDays(1).toString(),
            "逾期"),
        loan("A0003", "H0000003", county, issued, due, "0.00", "0.00", "", "结清"));
  }

  private static List<String> loan(
      String number,
      String household,
      String county,
      LocalDate issued,
      LocalDate due,
      String balance,
      String overdue,
      String since,
      String status) {
    return List.of(
        number,
        household,
        county,
        issued.toString(),
        due.toString(),
        "50000.00",
        "3.45",
        balance,
        overdue,
        since,
        status);
  }

  private static List<String> loan(NamedCsvRecord row) {
    List<String> cells = new ArrayList<>();
    FIELDS.forEach(
        (chinese, english) ->
            cells.add(
                row.findField(chinese)
                    .or(() -> row.findField(english))
                    .orElseThrow(
                        () ->
                            new Complaint(
                                "缺少列 " + chinese + "。", "The column " + english + " is missing."))
                    .strip()));
    return cells;
  }

  private static String text(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      text = new String(bytes, Charset.forName("GB18030"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
