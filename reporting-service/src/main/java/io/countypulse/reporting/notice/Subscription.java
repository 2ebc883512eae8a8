package io.countypulse.reporting.notice;

import io.countypulse.platform.access.Role;
import io.countypulse.reporting.rule.Severity;
import java.time.LocalTime;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to be told of which alerts, where and when.
 *
 * @param name what its owner calls it
 * @param role whoever has this role is told, in the app; null: the owner
 * @param counties codes; none: every county of the owner's
 * @param department whose figures; null: all
 * @param severity from which on
 * @param quiet hours in which nothing is sent; null: none
 * @param digestAt when everything since the last time is sent as one message; null: at once
 */
record Subscription(
    String name,
    @Nullable Role role,
    Destination destination,
    SortedSet<String> counties,
    @Nullable Department department,
    Severity severity,
    @Nullable Quiet quiet,
    @Nullable LocalTime digestAt,
    boolean enabled) {

  /** From one time of the day to another, in Asia/Shanghai, over midnight where it is later. */
  record Quiet(LocalTime from, LocalTime until) {}

  Subscription {
    counties = Collections.unmodifiableSortedSet(new TreeSet<>(counties));
  }
}
