package io.countypulse.city;

/** How large a generated place is (DOMAIN.md § 12). */
public enum Size {
  /** As many people as the place's own tables ask for. */
  CITY(0, 0),
  PROVINCE(129, 5_000_000),
  NATION(2_800, 100_000_000);

  private final int counties;
  private final int people;

  Size(int counties, int people) {
    this.counties = counties;
    this.people = people;
  }

  int counties() {
    return counties;
  }

  int people() {
    return people;
  }
}
