package io.countypulse.reporting.topology;

import io.countypulse.platform.time.BusinessDate;

/**
 * What the topology takes from outside.
 *
 * @param generation marks its emissions; another one is built beside this one and then switched to
 */
public record TopologySettings(String generation, BusinessDate businessDate) {

  public TopologySettings {
    if (!generation.matches("[a-z0-9]{1,20}")) {
      throw new IllegalArgumentException("not a generation: " + generation);
    }
  }

  /** What never ends is unrolled to the end of next year (DOMAIN.md § 3). */
  int horizonYear() {
    return businessDate.today().getYear() + 1;
  }
}
