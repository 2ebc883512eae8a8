package io.countypulse.credit.feed;

import io.countypulse.platform.units.UnitCode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the details of a feed come to while they are read: counts, totals and the fingerprint.
 *
 * <p>The fingerprint is the same for the same content, however it was named, encoded, compressed or
 * ordered: the sum of the SHA-256 of each detail's canonical form, hashed with the header's.
 */
final class Content {

  /** Flag: the county's name is not known, so the loan counts under 待认定. */
  static final String UNKNOWN_COUNTY = "UNKNOWN_COUNTY";

  /** Flag: due more than three years after it was issued. */
  static final String TERM_TOO_LONG = "TERM_TOO_LONG";

  private static final int LONGEST_TERM = 3;

  private final FeedHeader header;
  private final MessageDigest sha256 = sha256();
  private final Map<String, Integer> flags = new TreeMap<>();
  private BigInteger sum = BigInteger.ZERO;
  private int rows;
  private int refused;
  private long outstandingFen;
  private long overdueFen;
  private int withoutBalance;
  private int withoutOverdue;
  private boolean breaksOff;

  Content(FeedHeader header) {
    this.header = header;
  }

  /** A detail was read: the record that was read last. */
  void add(Detail detail, FeedRecords records) {
    rows++;
    switch (detail) {
      case Detail.Sound sound -> {
        outstandingFen += sound.balanceFen();
        overdueFen += sound.overdueFen();
        flag(sound);
        hash(sound.canonical());
      }
      case Detail.Refused _ -> {
        List<String> told = records.defect() == null ? records.fields() : List.of();
        breaksOff = !records.isTerminated() && told.size() <= DetailField.STATUS.place();
        refused++;
        money(told, DetailField.BALANCE);
        money(told, DetailField.OVERDUE);
        hash(String.join("\t", told));
      }
    }
  }

  private void flag(Detail.Sound sound) {
    if (sound.county().equals(UnitCode.UNKNOWN)) {
      flags.merge(UNKNOWN_COUNTY, 1, Integer::sum);
    }
    if (sound.due().isAfter(sound.issuedOn().plusYears(LONGEST_TERM))) {
      flags.merge(TERM_TOO_LONG, 1, Integer::sum);
    }
  }

  /** The amount of a refused detail still counts in the totals where it can be read. */
  private void money(List<String> told, DetailField field) {
    boolean balance = field == DetailField.BALANCE;
    String text = field.place() < told.size() ? told.get(field.place()) : "?";
    Amounts.money(text.isEmpty() && !balance ? "0" : text)
        .ifPresentOrElse(
            yuan -> {
              outstandingFen += balance ? Amounts.fen(yuan) : 0;
              overdueFen += balance ? 0 : Amounts.fen(yuan);
            },
            () -> {
              withoutBalance += balance ? 1 : 0;
              withoutOverdue += balance ? 0 : 1;
            });
  }

  private void hash(String canonical) {
    sum = sum.add(new BigInteger(1, sha256.digest(canonical.getBytes(StandardCharsets.UTF_8))));
  }

  int rows() {
    return rows;
  }

  int refused() {
    return refused;
  }

  long outstandingFen() {
    return outstandingFen;
  }

  long overdueFen() {
    return overdueFen;
  }

  Map<String, Integer> flags() {
    return Map.copyOf(flags);
  }

  String fingerprint() {
    String head =
        String.join(
            "\t",
            header.bank(),
            header.businessDate().toString(),
            Long.toString(header.sequence()),
            Boolean.toString(header.supplement()));
    sha256.update(head.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sha256.digest(sum.toByteArray()));
  }

  /** Whether the feed is whole: its header's count and totals are those of the details. */
  void compareWithHeader(List<Refusal> refusals) {
    if (breaksOff) {
      refusals.add(FeedBytes.breaksOff());
    }
    if (rows != header.details()) {
      refusals.add(
          Refusal.of(
              "COUNT_MISMATCH",
              "明细数",
              "首条记录申报 " + header.details() + " 条明细，实有 " + rows + " 条，文件可能不完整",
              "The header declares " + header.details() + " details, there are " + rows,
              rows + " ≠ " + header.details()));
    }
    long outstanding = Amounts.fen(header.outstanding());
    long overdue = Amounts.fen(header.overdue());
    compare("OUTSTANDING_MISMATCH", "余额合计", outstanding, outstandingFen, withoutBalance, refusals);
    compare("OVERDUE_MISMATCH", "逾期合计", overdue, overdueFen, withoutOverdue, refusals);
  }

  /** What details without a readable amount leave open, the header's total may exceed. */
  private static void compare(
      String code, String field, long declared, long found, int unread, List<Refusal> refusals) {
    if (found == declared || (unread > 0 && found < declared)) {
      return;
    }
    String told = Amounts.yuan(declared).toPlainString();
    String sum = Amounts.yuan(found).toPlainString();
    refusals.add(
        Refusal.of(
            code,
            field,
            "首条记录申报" + field + " " + told + " 元，明细合计 " + sum + " 元",
            "The header declares " + told + " yuan, the details come to " + sum,
            sum + " ≠ " + told));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
