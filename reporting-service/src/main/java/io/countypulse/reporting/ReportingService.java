package io.countypulse.reporting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ReportingService {
  public static void main(String[] arguments) {
    SpringApplication.run(ReportingService.class, arguments);
  }
}
