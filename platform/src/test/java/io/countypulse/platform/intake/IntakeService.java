package io.countypulse.platform.intake;

import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The service with one kind of file, on a real database, started once for all tests that ask for
 * it.
 */
@SpringBootTest(
    classes = IntakeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = IntakeService.Parts.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface IntakeService {

  /** Its database, its city and its settings. */
  final class Parts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Map<String, String> properties =
          new HashMap<>(RealParts.properties(RealParts.database("intake")));
      properties.putAll(TestTokens.shared().properties());
      properties.put("pulse.city.directory", city().toString());
      properties.put("pulse.city.today", "2024-06-10");
      properties.put("pulse.intake.path", "/api/test/imports");
      properties.put("pulse.intake.largest-file", "3MB");
      properties.put("pulse.intake.pause", "50ms");
      properties.put(
          "spring.flyway.locations",
          "classpath:db/platform/audit,classpath:db/platform/intake,classpath:db/people");
      TestPropertyValues.of(properties).applyTo(context);
    }

    private static Path city() {
      try {
        Path city = Files.createTempDirectory("city");
        Files.writeString(
            city.resolve("units.csv"),
            """
            code,name,full_name,kind,parent,aliases
            530100,昆明市,昆明市,city,,
            530102,五华区,五华区,district,530100,
            530103,盘龙区,盘龙区,district,530100,
            """);
        return city;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
