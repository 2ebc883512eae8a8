package io.countypulse.local.city;

import io.countypulse.local.parts.PartFailure;
import io.countypulse.local.state.StateFolder;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Who can sign in, as the gateway wrote it down. */
public record Accounts(List<User> users, List<Client> clients) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public Accounts {
    users = List.copyOf(users);
    clients = List.copyOf(clients);
  }

  public record User(String username, String password, List<String> roles, List<String> counties) {}

  public record Client(String id, String secret, List<String> roles) {}

  public static Accounts read(StateFolder state) {
    if (!Files.exists(state.accounts())) {
      throw new PartFailure("the gateway wrote no accounts: " + state.accounts());
    }
    return MAPPER.readValue(state.accounts().toFile(), Accounts.class);
  }

  /** The machine client of a role. */
  Client client(String role) {
    return clients.stream()
        .filter(client -> client.roles().contains(role))
        .findFirst()
        .orElseThrow(() -> new PartFailure("no client with role " + role));
  }
}
