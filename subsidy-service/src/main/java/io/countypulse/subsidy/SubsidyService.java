package io.countypulse.subsidy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SubsidyService {
  public static void main(String[] arguments) {
    SpringApplication.run(SubsidyService.class, arguments);
  }
}
