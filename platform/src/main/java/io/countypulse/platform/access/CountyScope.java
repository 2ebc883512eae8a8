package io.countypulse.platform.access;

import io.countypulse.platform.units.UnitCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The counties a query may see; an argument of every query, and the row-level security setting
 * beneath it ({@link ScopedTransactions}).
 */
public sealed interface CountyScope {

  /** The whole city, 待认定 included. */
  record City() implements CountyScope {
    @Override
    public boolean includes(UnitCode county) {
      return true;
    }

    @Override
    public String setting() {
      return "*";
    }
  }

  /** These counties only; none at all where the set is empty. */
  record Counties(Set<UnitCode> codes) implements CountyScope {
    public Counties {
      codes = Set.copyOf(codes);
    }

    @Override
    public boolean includes(UnitCode county) {
      return codes.contains(county);
    }

    @Override
    public String setting() {
      return new TreeSet<>(codes).stream().map(UnitCode::value).collect(Collectors.joining(","));
    }
  }

  /** Whether records of this unit may be seen; the city's own code only by the whole city. */
  boolean includes(UnitCode county);

  /** Value of the setting {@code pulse.counties}: {@code *} or codes parted by commas. */
  String setting();

  /** The whole city. */
  static CountyScope city() {
    return new City();
  }

  /** These counties. */
  static CountyScope of(UnitCode... codes) {
    return new Counties(Set.of(codes));
  }

  /**
   * This scope narrowed to one county that was asked for.
   *
   * @throws CountyNotYours if it lies outside; answered with 403 and written to the audit log
   */
  default CountyScope narrowedTo(UnitCode county) {
    if (!includes(county)) {
      throw new CountyNotYours(county);
    }
    return of(county);
  }
}
