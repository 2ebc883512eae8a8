package io.countypulse.gateway.login;

import io.countypulse.gateway.GatewaySettings;
import io.countypulse.platform.units.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Creates the accounts of a city that has none yet, and writes their passwords to a file, once. */
class FirstStart implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

  private final LocalSettings settings;
  private final GatewaySettings gateway;
  private final Units units;
  private final Accounts accounts;
  private final RegisteredClientRepository clients;
  private final TransactionOperations transactions;
  private final JsonMapper json;

  FirstStart(
      LocalSettings settings,
      GatewaySettings gateway,
      Units units,
      Accounts accounts,
      RegisteredClientRepository clients,
      TransactionOperations transactions,
      JsonMapper json) {
    this.settings = settings;
    this.gateway = gateway;
    this.units = units;
    this.accounts = accounts;
    this.clients = clients;
    this.transactions = transactions;
    this.json = json;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Path file = settings.accountsFile();
    if (accounts.none()) {
      create(file);
    } else if (!Files.exists(file)) {
      log.warn(
          "{} is gone. The accounts are still valid, but their passwords are kept nowhere else.",
          file);
    }
  }

  /**
   * The file is written before the commit: accounts whose passwords nobody knows would be worse.
   */
  private void create(Path file) {
    List<NewAccount> drawn = accountsOfCity().parallelStream().map(NewAccount::of).toList();
    transactions.executeWithoutResult(
        transaction -> {
          drawn.forEach(this::add);
          write(file, AccountsFile.of(gateway.publicUrl().toString(), units, drawn));
        });
    log.info("created {} accounts, see {}", drawn.size(), file);
  }

  private List<Account> accountsOfCity() {
    return new FirstAccounts(units, Banks.first(settings.city().directory())).all();
  }

  private void add(NewAccount drawn) {
    switch (drawn.account().kind()) {
      case USER -> accounts.add(drawn.account(), drawn.hash());
      case CLIENT -> {
        accounts.add(drawn.account(), null);
        clients.save(LocalClients.machine(drawn.account().name(), drawn.hash()));
      }
    }
  }

  private void write(Path file, AccountsFile content) {
    try {
      PrivateFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
