package io.countypulse.subsidy.batch;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the bank answers, UTF-8 with or without a mark or GB18030.
 *
 * <pre>{@code
 * H,批次号,笔数
 * D,序号,金额,成功|失败,日期,失败原因
 * }</pre>
 */
sealed interface ResultFile {

  /** A file that can be read. */
  record Read(String number, List<Line> lines) implements ResultFile {
    public Read {
      lines = List.copyOf(lines);
    }
  }

  /** One that cannot; nothing of it is taken. */
  record Unreadable(List<Fault> faults) implements ResultFile {
    public Unreadable {
      faults = List.copyOf(faults);
    }
  }

  /** The answer to one payment. */
  record Line(int line, long fen, boolean paid, LocalDate day, String reason) {}

  /** What is wrong with a record of the file. */
  record Fault(int record, String code, String message, String messageEn) {}

  /** Reads the bytes; {@code today} is the last day an answer can be of. */
  static ResultFile read(byte[] bytes, LocalDate today) {
    return new Reading(today).read(text(bytes));
  }

  private static @Nullable String text(byte[] bytes) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
      } catch (CharacterCodingException notThis) {
        // The next one, or none.
      }
    }
    return null;
  }

  /** Reads record by record and notes every fault. */
  final class Reading {

    private static final int MOST_FAULTS = 100;

    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Set<Integer> seen = new HashSet<>();

    private Reading(LocalDate today) {
      this.today = today;
    }

    private ResultFile read(@Nullable String text) {
      if (text == null) {
        fault(1, "NOT_TEXT", "文件不是 UTF-8 或 GB18030 文本", "Neither UTF-8 nor GB18030");
        return new Unreadable(faults);
      }
      String[] records = text.strip().split("\r?\n", -1);
      String[] header = records[0].split(",", -1);
      if (header.length < 3 || !header[0].equals("H") || number(header[2]) == null) {
        fault(1, "HEADER_MISSING", "首行应为 H,批次号,笔数", "The first record is H,batch,count");
        return new Unreadable(faults);
      }
      for (int place = 1; place < records.length && faults.size() < MOST_FAULTS; place++) {
        line(place + 1, records[place].split(",", 6));
      }
      if (faults.isEmpty() && Long.parseLong(header[2].strip()) != lines.size()) {
        fault(
            1,
            "COUNT_MISMATCH",
            "首行笔数 " + header[2] + " 与明细 " + lines.size() + " 不符",
            "The header says " + header[2] + ", there are " + lines.size());
      }
      return faults.isEmpty() ? new Read(header[1].strip(), lines) : new Unreadable(faults);
    }

    private void line(int record, String[] fields) {
      Long line = fields.length < 5 || !fields[0].equals("D") ? null : number(fields[1]);
      if (line == null || line > Integer.MAX_VALUE) {
        fault(record, "LINE_MALFORMED", "明细应为 D,序号,金额,成功|失败,日期,失败原因", "No such record");
        return;
      }
      Long fen = fen(fields[2]);
      LocalDate day = day(fields[4]);
      boolean paid = fields[3].strip().equals("成功");
      if (fen == null) {
        fault(record, "AMOUNT_MALFORMED", "金额应为两位小数的元", "An amount in yuan with two decimals");
      } else if (!paid && !fields[3].strip().equals("失败")) {
        fault(record, "RESULT_UNKNOWN", "结果应为 成功 或 失败", "The result is 成功 or 失败");
      } else if (day == null || day.isAfter(today)) {
        fault(record, "DAY_IMPOSSIBLE", "日期有误或晚于当前业务日期", "No such day, or in the future");
      } else if (!seen.add(line.intValue())) {
        fault(record, "LINE_REPEATED", "序号 " + line + " 出现两次", "The number stands twice");
      } else {
        String reason = fields.length > 5 ? fields[5].strip() : "";
        lines.add(new Line(line.intValue(), fen, paid, day, shortened(reason)));
      }
    }

    private void fault(int record, String code, String message, String messageEn) {
      faults.add(new Fault(record, code, message, messageEn));
    }

    private static String shortened(String reason) {
      return reason.length() <= 200 ? reason : reason.substring(0, 200);
    }

    private static @Nullable Long number(String text) {
      String digits = text.strip();
      return digits.matches("\\d{1,10}") ? Long.valueOf(digits) : null;
    }

    private static @Nullable Long fen(String text) {
      String amount = text.strip();
      return amount.matches("\\d{1,12}(\\.\\d{1,2})?")
          ? Long.valueOf(new BigDecimal(amount).movePointRight(2).longValueExact())
          : null;
    }

    private static @Nullable LocalDate day(String text) {
      try {
        return LocalDate.parse(text.strip());
      } catch (DateTimeParseException noDay) {
        return null;
      }
    }
  }
}
