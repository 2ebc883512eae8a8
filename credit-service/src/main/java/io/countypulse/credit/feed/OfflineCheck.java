package io.countypulse.credit.feed;

import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.FileFormat;
import io.countypulse.platform.units.Units;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Goes through a feed as the service will, with the same words, before it is sent (DOMAIN.md § 10).
 * What only the service knows is left out: who sends it, the bank's registered key, and what was
 * accepted before.
 */
public final class OfflineCheck {

  /** Flag: the county's name is not known. */
  public static final String UNKNOWN_COUNTY = Content.UNKNOWN_COUNTY;

  /**
   * What would be said of a line.
   *
   * @param line from 1
   * @param field blank where the whole line is meant
   */
  public record Finding(
      int line, String field, String code, String message, String messageEn, String maskedValue) {}

  /**
   * What would become of the feed.
   *
   * @param isRefused as a whole: nothing of it would be applied
   * @param rows details read
   * @param refusedRows details that would come back
   * @param outstanding yuan
   * @param overdue yuan
   * @param flags details taken all the same, by what is odd about them
   */
  public record Outcome(
      boolean isRefused,
      int rows,
      int refusedRows,
      String outstanding,
      String overdue,
      Map<String, Integer> flags,
      List<Finding> findings) {

    public Outcome {
      flags = Map.copyOf(flags);
      findings = List.copyOf(findings);
    }
  }

  private final Content content;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Integer> refused = new HashSet<>();
  private final Map<String, Told> told = new HashMap<>();
  private final Map<String, List<Integer>> repeated = new LinkedHashMap<>();
  private final Set<String> contradictory = new HashSet<>();

  /** The first line on which a loan stands, and what it says; blank where that is refused. */
  private record Told(int line, String canonical) {}

  private OfflineCheck(FeedHeader header) {
    this.content = new Content(header);
  }

  /**
   * Checks a feed.
   *
   * @param sent opens the bytes as they would be sent; asked more than once
   * @param today no feed is for a later day
   * @throws IOException if the bytes cannot be read
   */
  public static Outcome check(Supplier<InputStream> sent, Units units, LocalDate today)
      throws IOException {
    try {
      FeedHeader header = FeedText.header(sent);
      header.refuseFuture(today);
      FileFormat format;
      try (InputStream text = FeedBytes.unpacked(sent.get())) {
        format = FeedBytes.format(text);
      }
      try (FeedRecords records = FeedText.records(sent.get(), format)) {
        FeedText.header(records);
        return new OfflineCheck(header).outcome(records, new DetailCheck(header, units, today));
      }
    } catch (RefusedFeed whole) {
      return new Outcome(
          true,
          whole.rows(),
          whole.rows(),
          "0.00",
          "0.00",
          Map.of(),
          whole.refusals().stream()
              .map(refusal -> finding(refusal.line(), refusal.fault()))
              .toList());
    }
  }

  private Outcome outcome(FeedRecords records, DetailCheck check) throws IOException {
    while (records.next()) {
      take(records.line(), check.judge(records), records);
    }
    repeated.forEach(this::refuseRepeated);
    List<Refusal> whole = new ArrayList<>();
    content.compareWithHeader(whole);
    whole.forEach(refusal -> findings.add(finding(refusal.line(), refusal.fault())));
    findings.sort(Comparator.comparingInt(Finding::line));
    return new Outcome(
        !whole.isEmpty(),
        content.rows(),
        refused.size(),
        Amounts.yuan(content.outstandingFen()).toPlainString(),
        Amounts.yuan(content.overdueFen()).toPlainString(),
        content.flags(),
        findings);
  }

  private void take(int line, Detail detail, FeedRecords records) {
    content.add(detail, records);
    switch (detail) {
      case Detail.Sound sound -> stands(sound.loanId(), line, sound.canonical());
      case Detail.Refused(String loanId, List<Fault> faults) -> {
        refused.add(line);
        faults.forEach(fault -> findings.add(finding(line, fault)));
        if (loanId != null) {
          stands(loanId, line, "");
        }
      }
    }
  }

  private void stands(String loanId, int line, String canonical) {
    Told first = told.putIfAbsent(loanId, new Told(line, canonical));
    if (first == null) {
      return;
    }
    repeated.computeIfAbsent(loanId, _ -> new ArrayList<>(List.of(first.line()))).add(line);
    if (!canonical.equals(first.canonical()) || canonical.isEmpty()) {
      contradictory.add(loanId);
    }
  }

  private void refuseRepeated(String loanId, List<Integer> lines) {
    boolean alike = !contradictory.contains(loanId);
    Fault fault = repeated(alike, lines.getFirst(), lines.getLast());
    for (int line : alike ? lines.subList(1, lines.size()) : lines) {
      if (refused.add(line)) {
        findings.add(finding(line, fault));
      }
    }
  }

  /** In the words of {@link PositionUpdate}. */
  private static Fault repeated(boolean alike, int first, int last) {
    return new Fault(
        "DUPLICATE_IN_FEED",
        DetailField.LOAN.header(),
        alike ? "与第 " + first + " 行重复" : "第 " + first + " 行至第 " + last + " 行中同一借据号出现多次且内容不一致，请保留一行",
        alike
            ? "Repeats line " + first
            : "The same loan stands more than once with different content: keep one row",
        "");
  }

  private static Finding finding(int line, Fault fault) {
    return new Finding(
        line, fault.field(), fault.code(), fault.message(), fault.messageEn(), fault.maskedValue());
  }
}
