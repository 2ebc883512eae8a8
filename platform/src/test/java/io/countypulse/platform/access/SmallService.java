package io.countypulse.platform.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service there can be: things, each of a county. */
@Configuration
@EnableAutoConfiguration
class SmallService {

  @Bean
  AccessRules access() {
    return AccessRules.none()
        .allow(POST, "/api/small/things", Role.EMPLOYMENT_LEAD)
        .allow(GET, "/api/small/**", Role.EMPLOYMENT_CLERK, Role.EMPLOYMENT_LEAD, Role.BANK);
  }

  @RestController
  record Things(ScopedTransactions transactions, JdbcClient database) {

    /** Without a predicate of its own: what is shown is what the database lets through. */
    @GetMapping("/api/small/things")
    List<String> list(CountyScope scope, @RequestParam @Nullable UnitCode county) {
      CountyScope asked = county == null ? scope : scope.narrowedTo(county);
      return transactions.read(
          asked,
          () -> database.sql("select name from thing order by name").query(String.class).list());
    }

    @PostMapping("/api/small/things")
    int add(CountyScope scope, @RequestParam String name, @RequestParam UnitCode county) {
      return transactions.write(
          scope,
          () ->
              database
                  .sql("insert into thing values (?, ?)")
                  .params(name, county.value())
                  .update());
    }

    @GetMapping("/api/small/caller")
    Map<String, String> caller(Caller caller) {
      return Map.of(
          "name", caller.name(),
          "roles", caller.roles().toString(),
          "counties", caller.scope().setting(),
          "bank", String.valueOf(caller.bank()));
    }

    @GetMapping("/api/small/day")
    LocalDate day(@RequestParam LocalDate day) {
      return day;
    }

    @GetMapping("/api/small/bug")
    String bug() {
      return List.<String>of().getFirst() + "secret of the inside";
    }

    @GetMapping("/api/small/bad-statement")
    String badStatement() {
      return database.sql("select secret from inside").query(String.class).single();
    }
  }
}
