package io.countypulse.city.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;

/**
 * Identity numbers (GB 11643-1999) that are valid in form and belong to nobody: their county part,
 * 530190 to 530199, was never assigned. Person {@code n} of a register gets a number of its own by
 * construction: {@code n} is permuted over all regions, birthdays of an age, and sequence numbers.
 */
final class IdentityNumbers {

  private static final int REGIONS = 10;
  private static final int SEQUENCES = 1_000;

  /** Prime, and no factor of the numbers there are: the step visits each once. */
  private static final long STEP = 982_451_653;

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private final String[] birthdays;
  private final long numbers;
  private final long offset;

  /** Of people from 18 to 60 years of age. */
  static IdentityNumbers ofWorkers(LocalDate businessDate, long seed) {
    return new IdentityNumbers(businessDate.minusYears(60), businessDate.minusYears(18), seed);
  }

  /** Of people from 15 to 18 years of age. */
  static IdentityNumbers ofStudents(LocalDate businessDate, long seed) {
    return new IdentityNumbers(businessDate.minusYears(18), businessDate.minusYears(15), seed);
  }

  private IdentityNumbers(LocalDate oldest, LocalDate tooYoung, long seed) {
    birthdays =
        oldest
            .datesUntil(tooYoung)
            .map(DateTimeFormatter.BASIC_ISO_DATE::format)
            .toArray(String[]::new);
    numbers = (long) REGIONS * SEQUENCES * birthdays.length;
    offset = new Dice(seed, "identity numbers").bits() >>> 20;
  }

  /**
   * @throws IllegalArgumentException if there are not that many numbers
   */
  String of(long n) {
    if (n < 0 || n >= numbers) {
      throw new IllegalArgumentException("no identity number " + n + " of " + numbers);
    }
    long place = (n * STEP + offset) % numbers;
    int birthday = (int) (place / SEQUENCES / REGIONS);
    char[] digits = new char[18];
    "53019".getChars(0, 5, digits, 0);
    digits[5] = (char) ('0' + place / SEQUENCES % REGIONS);
    birthdays[birthday].getChars(0, 8, digits, 6);
    int sequence = (int) (place % SEQUENCES);
    digits[14] = (char) ('0' + sequence / 100);
    digits[15] = (char) ('0' + sequence / 10 % 10);
    digits[16] = (char) ('0' + sequence % 10);
    digits[17] = check(digits);
    return new String(digits);
  }

  private static char check(char[] digits) {
    int sum = IntStream.range(0, WEIGHTS.length).map(i -> WEIGHTS[i] * (digits[i] - '0')).sum();
    return CHECKS.charAt(sum % 11);
  }
}
