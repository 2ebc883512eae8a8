package io.countypulse.local.service;

import io.countypulse.local.parts.Databases.Database;
import io.countypulse.local.state.Ports;
import io.countypulse.local.state.Secrets;
import io.countypulse.local.state.StateFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the services of one city run in.
 *
 * @param project the built project
 * @param city the city's folder
 * @param today the business date, if it is not the city's
 * @param address the public address, e.g. {@code http://localhost:8080}
 * @param listen the network address the gateway listens on
 * @param databases by service label
 */
public record Surroundings(
    Path project,
    StateFolder state,
    Path city,
    @Nullable LocalDate today,
    String address,
    String listen,
    Ports ports,
    Secrets secrets,
    Map<String, Database> databases,
    String bootstrapServers) {

  public Surroundings {
    databases = Map.copyOf(databases);
  }
}
