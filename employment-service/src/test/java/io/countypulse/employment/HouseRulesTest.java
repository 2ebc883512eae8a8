package io.countypulse.employment;

import io.countypulse.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theHouseRulesHold() {
    HouseRules.check("io.countypulse.employment");
  }
}
