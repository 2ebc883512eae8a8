package io.countypulse.platform.units;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The units of the folder {@code pulse.city.directory}. */
@AutoConfiguration
public final class UnitsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Units units(@Value("${pulse.city.directory}") String directory) {
    return Units.read(Path.of(directory));
  }
}
