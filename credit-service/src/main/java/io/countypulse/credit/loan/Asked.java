package io.countypulse.credit.loan;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the caller may see at all, and what part of it was asked for.
 *
 * @param bank a bank sees its own loans wherever they are, and no others
 */
public record Asked(CountyScope may, CountyScope wanted, @Nullable String bank) {

  /**
   * All a caller may see without a county, or with the city's own code from one who has the whole
   * city.
   *
   * @throws io.countypulse.platform.access.CountyNotYours if the county lies outside
   */
  public static Asked by(Caller caller, @Nullable UnitCode county, Units units) {
    boolean isBank = caller.roles().equals(Set.of(Role.BANK));
    @Nullable String bank = isBank ? (caller.bank() == null ? "?" : caller.bank()) : null;
    CountyScope may = isBank ? CountyScope.city() : caller.scope();
    return new Asked(may, wanted(may, county, units), bank);
  }

  private static CountyScope wanted(CountyScope may, @Nullable UnitCode county, Units units) {
    if (county == null) {
      return may;
    }
    boolean wholeCity = may instanceof CountyScope.City && county.equals(units.city().code());
    return wholeCity ? may : may.narrowedTo(county);
  }

  /** Reads in a transaction in which the database shows nothing else. */
  public <T extends @Nullable Object> T read(
      ScopedTransactions transactions, JdbcClient jdbc, Supplier<T> work) {
    return transactions.read(
        may,
        () -> {
          if (bank != null) {
            jdbc.sql("select set_config('pulse.bank', ?, true)")
                .param(bank)
                .query(String.class)
                .single();
          }
          return work.get();
        });
  }
}
