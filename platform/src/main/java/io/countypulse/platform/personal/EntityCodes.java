package io.countypulse.platform.personal;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may serve as the code of a person, household or loan: it becomes the key of published
 * events, so it is opaque (DOMAIN.md § 11).
 */
public final class EntityCodes {

  /** What is thought of a code. */
  public enum Judgement {
    SOUND,
    /** Longer than 40 characters, or others than letters, digits and {@code - _ . /}. */
    MALFORMED,
    /** An identity or phone number, or one with something around it. */
    PERSONAL
  }

  private static final int LONGEST = 40;
  private static final int SHORTEST_NUMBER = 11;
  private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)(\\d{17}[\\dX]|\\d{15})(?!\\d)");
  private static final Pattern PHONE_OR_MISTYPED_IDENTITY =
      Pattern.compile("(86)?1[3-9]\\d{9}|\\d{17}[\\dX]");

  private EntityCodes() {}

  /** Judges a code; {@code today} is the day by which a birth date is plausible. */
  public static Judgement judge(String code, LocalDate today) {
    if (code.length() > LONGEST || !code.chars().allMatch(EntityCodes::allowed)) {
      return Judgement.MALFORMED;
    }
    return code.length() >= SHORTEST_NUMBER && personal(code, today)
        ? Judgement.PERSONAL
        : Judgement.SOUND;
  }

  private static boolean allowed(int character) {
    return Character.isLetterOrDigit(character) || "-_./".indexOf(character) >= 0;
  }

  private static boolean personal(String code, LocalDate today) {
    if (PHONE_OR_MISTYPED_IDENTITY.matcher(code).matches()) {
      return true;
    }
    Matcher numbers = IDENTITY.matcher(code);
    while (numbers.find()) {
      if (IdentityNumber.read(numbers.group(), today) instanceof IdentityNumber.Accepted) {
        return true;
      }
    }
    return false;
  }
}
