package io.countypulse.reporting.live;

import io.countypulse.reporting.contribution.Period;
import io.countypulse.reporting.contribution.Quantity;
import io.countypulse.reporting.figure.Indicator;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What figures there are. */
@RestController
class IndicatorController {

  /**
   * One of DOMAIN.md § 7.
   *
   * @param unit of its values; money and per cent are strings with two decimals
   * @param period the kind of period it is counted by; NONE for a stock
   */
  record Description(String code, Quantity unit, Period period, boolean higherIsBetter) {}

  @GetMapping("/api/reporting/indicators")
  List<Description> indicators() {
    return Arrays.stream(Indicator.values()).map(IndicatorController::describe).toList();
  }

  private static Description describe(Indicator indicator) {
    return new Description(
        indicator.code(), indicator.quantity(), indicator.period(), indicator.higherIsBetter());
  }
}
