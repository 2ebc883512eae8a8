package io.countypulse.reporting.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Contracts;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The binder is told of the topics that are tallied. */
class TopicsTest {

  @Test
  void everySourceIsBoundAndNothingElse() {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    Properties settings = Objects.requireNonNull(yaml.getObject());
    String bound = settings.getProperty("spring.cloud.stream.bindings.tally-in-0.destination");
    assertThat(List.of(bound.split(","))).isEqualTo(FiguresTopology.topics());
  }

  @Test
  void everySourceHasAContract() {
    assertThat(FiguresTopology.topics())
        .allSatisfy(topic -> assertThat(Contracts.golden(topic)).isNotEmpty());
  }
}
