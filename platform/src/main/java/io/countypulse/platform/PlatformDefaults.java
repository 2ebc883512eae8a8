package io.countypulse.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Puts {@code platform-defaults.yaml} beneath all other configuration: virtual threads, structured
 * logs, probes, small pools. A service overrides a line by writing it. Its OpenAPI document stands
 * under its own part of the API.
 */
public final class PlatformDefaults implements EnvironmentPostProcessor {

  private static final String FILE = "platform-defaults.yaml";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      new YamlPropertySourceLoader()
          .load(FILE, new ClassPathResource(FILE))
          .forEach(environment.getPropertySources()::addLast);
      environment
          .getPropertySources()
          .addLast(
              new MapPropertySource(
                  "api-document", Map.of("springdoc.api-docs.path", apiDocument(environment))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String apiDocument(ConfigurableEnvironment environment) {
    String service = environment.getProperty("spring.application.name", "service");
    return "/api/" + service.replaceFirst("-service$", "") + "/openapi";
  }
}
