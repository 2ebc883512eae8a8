package io.countypulse.gateway.login;

import static io.countypulse.gateway.login.Account.Kind.CLIENT;
import static io.countypulse.gateway.login.Account.Kind.USER;
import static io.countypulse.platform.access.Role.AUDITOR;
import static io.countypulse.platform.access.Role.BULLETIN_EDITOR;
import static io.countypulse.platform.access.Role.BULLETIN_ISSUER;
import static io.countypulse.platform.access.Role.CREDIT_CLERK;
import static io.countypulse.platform.access.Role.CREDIT_LEAD;
import static io.countypulse.platform.access.Role.EMPLOYMENT_CLERK;
import static io.countypulse.platform.access.Role.EMPLOYMENT_LEAD;
import static io.countypulse.platform.access.Role.LEADER;
import static io.countypulse.platform.access.Role.OPERATOR;
import static io.countypulse.platform.access.Role.SUBSIDY_CLERK;
import static io.countypulse.platform.access.Role.SUBSIDY_LEAD;

import io.countypulse.platform.access.Role;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The accounts a city begins with (DOMAIN.md § 1): one machine client of each role, the people of
 * the city's offices, and in each county a clerk of each department and a leader.
 */
final class FirstAccounts {

  /** A nation of counties gets its people from its own issuer, not from a file of passwords. */
  private static final int MOST_COUNTIES = 30;

  private final Units units;
  private final @Nullable String firstBank;

  FirstAccounts(Units units, @Nullable String firstBank) {
    this.units = units;
    this.firstBank = firstBank;
  }

  List<Account> all() {
    return Stream.of(clients(), cityUsers(), countyUsers()).flatMap(each -> each).toList();
  }

  private Stream<Account> clients() {
    return Arrays.stream(Role.values()).map(this::client);
  }

  private Account client(Role role) {
    String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Account(
        CLIENT, name, name, List.of(role), countiesOf(role), role == Role.BANK ? firstBank : null);
  }

  private List<UnitCode> countiesOf(Role role) {
    return switch (role) {
      case EMPLOYMENT_CLERK, CREDIT_CLERK, SUBSIDY_CLERK ->
          units.counties().stream().limit(1).map(Unit::code).toList();
      case BANK -> List.of();
      case EMPLOYMENT_LEAD,
          CREDIT_LEAD,
          SUBSIDY_LEAD,
          LEADER,
          BULLETIN_EDITOR,
          BULLETIN_ISSUER,
          AUDITOR,
          OPERATOR ->
          List.of(units.city().code());
    };
  }

  private Stream<Account> cityUsers() {
    Unit city = units.city();
    return Stream.of(
        user("leader", city, "领导", LEADER),
        user("employment-lead", city, "就业主管", EMPLOYMENT_LEAD),
        user("credit-lead", city, "小额信贷主管", CREDIT_LEAD),
        user("subsidy-lead", city, "补贴主管", SUBSIDY_LEAD),
        user("auditor", city, "审计员", AUDITOR),
        user("operator", city, "运维员", OPERATOR),
        user("editor", city, "通报编辑", BULLETIN_EDITOR),
        user("issuer", city, "通报签发", BULLETIN_ISSUER));
  }

  private Stream<Account> countyUsers() {
    return units.counties().stream().limit(MOST_COUNTIES).flatMap(FirstAccounts::usersOf);
  }

  private static Stream<Account> usersOf(Unit county) {
    String code = "-" + county.code();
    return Stream.of(
        user("employment" + code, county, "就业业务员", EMPLOYMENT_CLERK),
        user("credit" + code, county, "小额信贷业务员", CREDIT_CLERK),
        user("subsidy" + code, county, "补贴业务员", SUBSIDY_CLERK),
        user("leader" + code, county, "领导", LEADER));
  }

  private static Account user(String name, Unit unit, String office, Role role) {
    return new Account(USER, name, unit.name() + office, List.of(role), List.of(unit.code()), null);
  }
}
