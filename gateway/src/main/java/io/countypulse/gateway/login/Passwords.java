package io.countypulse.gateway.login;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords drawn for people and machines, and how they are kept. */
final class Passwords {

  /** Without the letters and digits people mistake for each other: 0 o 1 l i. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  /** Slow to guess at, though every password drawn here has 79 bits. */
  static final PasswordEncoder OF_USERS = new BCryptPasswordEncoder(8);

  /** Machines sign in often, and cannot choose a weak secret. */
  static final PasswordEncoder OF_CLIENTS = new BCryptPasswordEncoder(4);

  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** Four groups of four, such as {@code hk7m-xw3p-v9dt-2qae}. */
  static String draw() {
    return IntStream.range(0, GROUPS).mapToObj(any -> group()).collect(Collectors.joining("-"));
  }

  private static String group() {
    return RANDOM
        .ints(GROUP, 0, LETTERS.length())
        .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
        .collect(Collectors.joining());
  }
}
