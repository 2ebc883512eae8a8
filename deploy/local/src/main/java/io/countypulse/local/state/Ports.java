package io.countypulse.local.state;

import io.countypulse.local.Refusal;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ports of one city: the address's is given, the others are the first free ones from 10,000
 * above it. They are recorded and taken again at the next start where they are still free.
 */
public final class Ports {
  private static final String ADDRESS = "address";
  private static final int DEFAULT = 8080;
  private static final int DISTANCE = 10_000;

  /**
   * Above it systems draw the ports of outgoing connections, which could take one before its part
   * does.
   */
  private static final int HIGHEST = 32_000;

  private final int address;
  private final Map<String, Integer> recorded;
  private final Map<String, Integer> chosen = new TreeMap<>();
  private final PortClaims claims;
  private int next;

  private Ports(int address, Map<String, Integer> recorded, PortClaims claims) {
    this.address = address;
    chosen.put(ADDRESS, address);
    this.recorded = recorded;
    this.claims = claims;
    this.next =
        address + DISTANCE <= HIGHEST ? address + DISTANCE : DISTANCE + 2_000 + address % DISTANCE;
  }

  /**
   * Chooses the port of the address.
   *
   * @param wanted none: the one of the last run, else 8080
   * @throws Refusal if somebody listens on it
   */
  public static Ports choose(StateFolder state, @Nullable Integer wanted, PortClaims claims) {
    Map<String, Integer> recorded = recorded(state);
    int address = wanted != null ? wanted : recorded.getOrDefault(ADDRESS, DEFAULT);
    if (!claims.claim(address)) {
      throw new Refusal(
          "端口 " + address + " 已被占用，请用 --port 指定其他端口。",
          "Port " + address + " is in use; choose another with --port.");
    }
    return new Ports(address, recorded, claims);
  }

  public int address() {
    return address;
  }

  /** The port of a part, claimed for the life of this process. */
  public synchronized int of(String part) {
    return chosen.computeIfAbsent(part, this::choose);
  }

  /** Writes down what was chosen. */
  public synchronized void record(StateFolder state) {
    OwnerOnly.write(state.ports(), JsonMapper.shared().writeValueAsString(chosen));
  }

  private int choose(String part) {
    Integer known = recorded.get(part);
    return known != null && claims.claim(known) ? known : nextFree();
  }

  private int nextFree() {
    while (!claims.claim(next)) {
      next++;
    }
    return next++;
  }

  private static Map<String, Integer> recorded(StateFolder state) {
    return Files.exists(state.ports())
        ? JsonMapper.shared()
            .readValue(state.ports().toFile(), new TypeReference<TreeMap<String, Integer>>() {})
        : new TreeMap<>();
  }
}
