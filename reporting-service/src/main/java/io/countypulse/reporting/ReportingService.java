package io.countypulse.reporting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Live county figures from the departments' events. */
@SpringBootApplication
@EnableConfigurationProperties(ReportingSettings.class)
public class ReportingService {
  public static void main(String[] arguments) {
    SpringApplication.run(ReportingService.class, arguments);
  }
}
