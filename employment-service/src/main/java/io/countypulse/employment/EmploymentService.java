package io.countypulse.employment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class EmploymentService {
  public static void main(String[] arguments) {
    SpringApplication.run(EmploymentService.class, arguments);
  }
}
