package io.countypulse.city.people;

import java.time.LocalDate;

/** Invented students of covered households, who are in no register of workers. */
public final class Students {

  /** Beyond any register: their ids are nobody else's. */
  private static final long FIRST = 1L << 39;

  private final IdentityNumbers identityNumbers;
  private final OpaqueIds ids;

  /**
   * A student.
   *
   * @param identityNumber valid in form, and nobody's
   */
  public record Student(String id, String name, String identityNumber) {}

  public Students(LocalDate businessDate, long seed) {
    this.identityNumbers = IdentityNumbers.ofStudents(businessDate, seed);
    this.ids = new OpaqueIds('P', seed);
  }

  /** The place's n-th student, from 0. */
  public Student of(long n, Dice dice) {
    return new Student(
        ids.of(FIRST + n), Names.of(Names.surname(dice), dice), identityNumbers.of(n));
  }
}
