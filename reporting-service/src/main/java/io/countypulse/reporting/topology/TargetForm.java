package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Programme;
import io.countypulse.reporting.contribution.Target;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A stored target. */
final class TargetForm {

  private TargetForm() {}

  static void write(Target target, Packing to) {
    to.code(target.programme().name())
        .code(target.county())
        .code(target.year())
        .number(target.deadline());
    for (Target.Step step : target.history()) {
      Long value = step.value();
      to.number(step.from()).flag(value != null).amount(value == null ? 0 : value);
    }
  }

  static Target read(long version, ByteBuffer from) {
    Programme programme = Programme.valueOf(Packing.code(from));
    String county = Packing.code(from);
    String year = Packing.code(from);
    int deadline = from.getInt();
    List<Target.Step> history = new ArrayList<>();
    while (from.hasRemaining()) {
      int day = from.getInt();
      boolean holds = Packing.flag(from);
      long value = from.getLong();
      history.add(new Target.Step(day, holds ? value : null));
    }
    return new Target(version, programme, county, year, deadline, history);
  }
}
