package io.countypulse.platform.access;

import io.countypulse.platform.units.UnitCode;

/** Somebody asked for a county outside their scope: 403 {@code COUNTY_NOT_YOURS}, audited. */
public final class CountyNotYours extends RuntimeException {

  private final UnitCode county;

  public CountyNotYours(UnitCode county) {
    super("county " + county + " is outside the caller's scope");
    this.county = county;
  }

  public UnitCode county() {
    return county;
  }
}
