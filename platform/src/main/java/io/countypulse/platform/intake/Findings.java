package io.countypulse.platform.intake;

import io.countypulse.platform.intake.sheet.Column;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is found while a row is checked, so that a clerk learns every fault of a row at
 * once.
 *
 * <pre>{@code
 * var findings = new Findings();
 * var county = findings.required(Texts.name(row, COUNTY));
 * var start = findings.optional(Dates.parse(row, START));
 * if (start != null && start.isAfter(context.businessDate())) findings.fault(…);
 * return findings.verdict(() -> new StagedSpell(requireNonNull(county), start));
 * }</pre>
 */
public final class Findings {

  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> flags = new TreeSet<>();

  /** The value, or null when the cell is blank or its fault has been noted. */
  public <T> @Nullable T optional(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Value<T>(T value) -> value;
      case Parsed.Blank<T>(Column _) -> null;
      case Parsed.Wrong<T>(Fault fault) -> {
        faults.add(fault);
        yield null;
      }
    };
  }

  /** The value, or null when a fault has been noted; a blank cell is the fault {@code MISSING}. */
  public <T> @Nullable T required(Parsed<T> parsed) {
    if (parsed instanceof Parsed.Blank<T>(Column column)) {
      faults.add(missing(column));
    }
    return optional(parsed);
  }

  public void fault(Fault fault) {
    faults.add(fault);
  }

  public void flag(String code) {
    flags.add(code);
  }

  public boolean sound() {
    return faults.isEmpty();
  }

  /** Accepted with the record when no fault was found; the record is only made then. */
  public <R> RowCheck<R> verdict(Supplier<R> staged) {
    return sound() ? new RowCheck.Accepted<>(staged.get(), flags) : new RowCheck.Rejected<>(faults);
  }

  private static Fault missing(Column column) {
    return Fault.of(
        "MISSING", column, "缺少" + column.header() + "，请补填", "It is missing: fill it in", "");
  }
}
