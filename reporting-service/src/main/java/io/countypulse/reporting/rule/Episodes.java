package io.countypulse.reporting.rule;

import io.countypulse.platform.time.BusinessDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes alerts of verdicts, day by day: opened on the first day it holds, closed on the last of so
 * many clear business days in a row, so that a figure that hovers about its line is one alert.
 */
final class Episodes {

  private final int clearDays;
  private final BusinessDays businessDays;
  private final List<Episode> done = new ArrayList<>();
  private final List<Episode.Step> steps = new ArrayList<>();
  private @Nullable Finding first;
  private @Nullable Finding latest;
  private @Nullable LocalDate clearSince;
  private int clear;

  Episodes(int clearDays, BusinessDays businessDays) {
    this.clearDays = clearDays;
    this.businessDays = businessDays;
  }

  /** The next day. */
  void add(LocalDate day, Verdict verdict) {
    switch (verdict) {
      case Verdict.Holds(Severity severity, Finding finding) -> hold(day, severity, finding);
      case Verdict.Clear _ -> clear(day);
      case Verdict.Silent _ -> {}
    }
  }

  /** All alerts so far, the last of them perhaps open. */
  List<Episode> all() {
    List<Episode> all = new ArrayList<>(done);
    if (!steps.isEmpty()) {
      all.add(episode(null));
    }
    return all;
  }

  private void hold(LocalDate day, Severity severity, Finding finding) {
    if (steps.isEmpty()) {
      first = finding;
    }
    if (steps.isEmpty() || steps.getLast().severity() != severity) {
      steps.add(new Episode.Step(day, severity));
    }
    latest = finding;
    clearSince = null;
    clear = 0;
  }

  private void clear(LocalDate day) {
    if (steps.isEmpty()) {
      return;
    }
    clearSince = clearSince == null ? day : clearSince;
    if (businessDays.includes(day) && ++clear >= clearDays) {
      done.add(episode(day));
      steps.clear();
      clearSince = null;
      clear = 0;
    }
  }

  private Episode episode(@Nullable LocalDate closed) {
    return new Episode(
        steps, clearSince, closed, Objects.requireNonNull(first), Objects.requireNonNull(latest));
  }
}
