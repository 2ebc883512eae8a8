package io.countypulse.gateway.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accounts with their passwords, as the first start writes them once: {@code
 * {"baseUrl","users":[…],"clients":[…]}}. Counties are written out, all of them for the city-wide.
 */
record AccountsFile(String baseUrl, List<User> users, List<Client> clients) {

  record User(String username, String password, List<Role> roles, List<UnitCode> counties) {}

  record Client(
      String id,
      String secret,
      List<Role> roles,
      List<UnitCode> counties,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String bank) {}

  static AccountsFile of(String baseUrl, Units units, List<NewAccount> accounts) {
    return new AccountsFile(
        baseUrl,
        accounts.stream()
            .filter(each -> each.account().kind() == Account.Kind.USER)
            .map(each -> user(each, units))
            .toList(),
        accounts.stream()
            .filter(each -> each.account().kind() == Account.Kind.CLIENT)
            .map(each -> client(each, units))
            .toList());
  }

  private static User user(NewAccount each, Units units) {
    Account account = each.account();
    return new User(account.name(), each.password(), account.roles(), counties(account, units));
  }

  private static Client client(NewAccount each, Units units) {
    Account account = each.account();
    return new Client(
        account.name(), each.password(), account.roles(), counties(account, units), account.bank());
  }

  private static List<UnitCode> counties(Account account, Units units) {
    return account.counties().contains(units.city().code())
        ? units.counties().stream().map(Unit::code).toList()
        : account.counties();
  }
}
