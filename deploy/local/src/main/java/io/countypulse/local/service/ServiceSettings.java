package io.countypulse.local.service;

import io.countypulse.local.parts.Databases.Database;
import io.countypulse.local.state.OwnerOnly;
import io.countypulse.local.state.Secrets;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The settings of one service, handed over in a file that only its owner may read. */
final class ServiceSettings {
  private static final String LOOPBACK = "127.0.0.1";

  private final Service service;
  private final Surroundings surroundings;
  private final Properties properties = new Properties();

  private ServiceSettings(Service service, Surroundings surroundings) {
    this.service = service;
    this.surroundings = surroundings;
  }

  static Properties of(Service service, Surroundings surroundings) {
    ServiceSettings settings = new ServiceSettings(service, surroundings);
    settings.common();
    settings.database();
    settings.personalData();
    switch (service) {
      case GATEWAY -> settings.gateway();
      case REPORTING -> settings.reporting();
      case EMPLOYMENT, CREDIT, SUBSIDY -> {}
    }
    return settings.properties;
  }

  /** Writes the file and says where it is. */
  static Path write(Service service, Surroundings surroundings) {
    Path file = surroundings.state().settings(service.label());
    StringWriter text = new StringWriter();
    try {
      of(service, surroundings).store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    OwnerOnly.write(file, text.toString());
    return file;
  }

  private void common() {
    put("server.port", port(service, surroundings));
    put("server.address", service == Service.GATEWAY ? surroundings.listen() : LOOPBACK);
    put("spring.profiles.active", "local");
    put("spring.kafka.bootstrap-servers", surroundings.bootstrapServers());
    put("pulse.city.directory", surroundings.city());
    if (surroundings.today() != null) {
      put("pulse.city.today", surroundings.today());
    }
    put("pulse.security.issuer", surroundings.address());
    put("pulse.security.jwk-set-uri", base(Service.GATEWAY, surroundings) + "/oauth2/jwks");
  }

  private void database() {
    Database database = Objects.requireNonNull(surroundings.databases().get(service.label()));
    put("spring.datasource.url", database.url());
    put("spring.datasource.username", database.app().username());
    put("spring.datasource.password", database.app().password());
    put("spring.flyway.user", database.owner().username());
    put("spring.flyway.password", database.owner().password());
    put("pulse.outbox.username", database.relay().username());
    put("pulse.outbox.password", database.relay().password());
  }

  private void personalData() {
    Secrets secrets = surroundings.secrets();
    put("pulse.personal-data.key", secrets.key(service.label() + ".personal-data"));
    put("pulse.personal-data.lookup-key", secrets.key(service.label() + ".lookup"));
  }

  private void gateway() {
    put("pulse.gateway.public-url", surroundings.address());
    put("pulse.gateway.accounts-file", surroundings.state().accounts());
    put("pulse.gateway.state-directory", surroundings.state().gateway());
    put("pulse.gateway.reconciler-secret", reconcilerSecret());
    for (Service other : Service.values()) {
      if (other != Service.GATEWAY) {
        put("pulse.gateway.services." + other.label(), base(other, surroundings));
      }
    }
  }

  private void reporting() {
    put("pulse.reporting.state-directory", surroundings.state().streams());
    put("pulse.notices.public-url", surroundings.address());
    put("pulse.notices.loopback", true);
    Path rebuilt = surroundings.state().rebuilt();
    if (Files.exists(rebuilt)) {
      put("pulse.reporting.rebuilt", read(rebuilt).strip());
    }
    put(
        "pulse.reporting.reconcile.token-uri",
        base(Service.GATEWAY, surroundings) + "/oauth2/token");
    put("pulse.reporting.reconcile.client-id", "reconciler");
    put("pulse.reporting.reconcile.client-secret", reconcilerSecret());
    for (Service owner : List.of(Service.EMPLOYMENT, Service.CREDIT, Service.SUBSIDY)) {
      put("pulse.reporting.reconcile.services." + owner.label(), base(owner, surroundings));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Known to the issuer and to who signs in with it. */
  private String reconcilerSecret() {
    return surroundings.secrets().password("client.reconciler");
  }

  private void put(String name, Object value) {
    properties.setProperty(name, value.toString());
  }

  /** Where the service is reached from this machine. */
  static String base(Service service, Surroundings surroundings) {
    return "http://" + LOOPBACK + ":" + port(service, surroundings);
  }

  private static int port(Service service, Surroundings surroundings) {
    return service == Service.GATEWAY
        ? surroundings.ports().address()
        : surroundings.ports().of(service.label());
  }
}
