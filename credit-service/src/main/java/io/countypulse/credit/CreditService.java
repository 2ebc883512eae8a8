package io.countypulse.credit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class CreditService {
  public static void main(String[] arguments) {
    SpringApplication.run(CreditService.class, arguments);
  }
}
