package io.countypulse.subsidy.batch;

import io.countypulse.subsidy.batch.BankAnswers.Sent;
import io.countypulse.subsidy.batch.ResultFile.Fault;
import io.countypulse.subsidy.batch.ResultFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bank's answers held against what was sent: what is new in them, and what cannot be. An answer
 * told again changes nothing; a payment may come back later, a return is never paid after all.
 */
record Answers(List<Line> paid, List<Line> returned, int unchanged, List<Fault> faults) {

  Answers {
    paid = List.copyOf(paid);
    returned = List.copyOf(returned);
    faults = List.copyOf(faults);
  }

  static Answers of(List<Line> told, List<Sent> sent) {
    Map<Integer, Sent> byLine =
        sent.stream().collect(Collectors.toMap(Sent::line, Function.identity()));
    List<Line> paid = new ArrayList<>();
    List<Line> returned = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    int unchanged = 0;
    for (int place = 0; place < told.size(); place++) {
      Line line = told.get(place);
      @Nullable Sent was = byLine.get(line.line());
      @Nullable Fault fault = was == null ? unknown(place, line) : fault(place, line, was);
      if (fault != null || was == null) {
        faults.add(fault == null ? unknown(place, line) : fault);
      } else if (same(line, was)) {
        unchanged++;
      } else {
        (line.paid() ? paid : returned).add(line);
      }
    }
    return new Answers(paid, returned, unchanged, faults);
  }

  private static boolean same(Line line, Sent was) {
    return (line.paid() ? "PAID" : "RETURNED").equals(was.result());
  }

  private static @Nullable Fault fault(int place, Line line, Sent was) {
    if (line.fen() != was.fen()) {
      return fault(
          place,
          "AMOUNT_DIFFERS",
          "序号 %d 的金额 %s 与批次中的 %s 不符"
              .formatted(line.line(), BatchFile.yuan(line.fen()), BatchFile.yuan(was.fen())),
          "Another amount than was sent");
    }
    if ("RETURNED".equals(was.result()) && line.paid()) {
      return fault(
          place,
          "ALREADY_RETURNED",
          "序号 " + line.line() + " 此前已退回，个案已重新办理，不能再记为成功",
          "It was returned before and its case goes its own way again");
    }
    if (line.paid() && (was.entitledFrom() == null || line.day().isBefore(was.entitledFrom()))) {
      return fault(
          place,
          "PAID_BEFORE_ENTITLED",
          "序号 " + line.line() + " 的发放日期早于应补日期，或资格已撤销",
          "Paid before the entitlement, or it was withdrawn");
    }
    return null;
  }

  private static Fault unknown(int place, Line line) {
    return fault(place, "LINE_UNKNOWN", "批次中没有序号 " + line.line(), "The batch has no such line");
  }

  private static Fault fault(int place, String code, String message, String messageEn) {
    return new Fault(place + 2, code, message, messageEn);
  }
}
