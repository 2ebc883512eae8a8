package io.countypulse.credit.bank;

import java.time.LocalTime;

/**
 * A bank that delivers a loan position every business day.
 *
 * @param code at most 40 letters, digits and {@code - _ . /}: the first part of its loans' ids
 * @param key what its feeds are signed with
 * @param expectedTime time of day, Asia/Shanghai, by which its feed is expected
 */
public record Bank(String code, String name, BankKey key, LocalTime expectedTime) {

  public Bank {
    if (!code.matches("[\\p{L}\\p{N}_./-]{1,40}")) {
      throw new IllegalArgumentException("not a bank's code: " + code);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("a bank has a name");
    }
  }
}
