package io.countypulse.reporting.alert;

import io.countypulse.reporting.rule.ConditionForm;
import io.countypulse.reporting.rule.Episode;
import io.countypulse.reporting.rule.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is shown.
 *
 * @param indicator what it looks at, an indicator's code or two with a slash; null of a bank's
 *     feeds
 * @param bank the bank whose feed it is; null of a figure
 * @param state OPEN, CLOSED or WITHDRAWN
 * @param clearSince since when the condition is clear; it closes when it stays so
 * @param value the figure when the condition last held, on {@code heldOn}
 * @param line what it was held against then
 * @param why Chinese; {@code whyEn} English
 * @param clears what would clear it
 * @param mutedUntil last day on which nobody is told of it
 */
public record AlertView(
    long id,
    String rule,
    int ruleVersion,
    String ruleName,
    String ruleNameEn,
    ConditionForm condition,
    String county,
    String name,
    @Nullable String bank,
    @Nullable String indicator,
    State state,
    Severity severity,
    LocalDate opened,
    @Nullable LocalDate clearSince,
    @Nullable LocalDate closed,
    LocalDate heldOn,
    @Nullable BigDecimal value,
    @Nullable BigDecimal line,
    @Nullable BigDecimal compared,
    String why,
    String whyEn,
    String clears,
    String clearsEn,
    List<Episode.Step> steps,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable String assignedTo,
    @Nullable LocalDate mutedUntil) {

  /** Whether it is open, was, or by today's knowledge never was. */
  public enum State {
    OPEN,
    CLOSED,
    WITHDRAWN
  }

  public AlertView {
    steps = List.copyOf(steps);
  }
}
