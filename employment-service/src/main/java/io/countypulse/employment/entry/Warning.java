package io.countypulse.employment.entry;

import java.util.List;

/**
 * Something that is probably wrong and may yet be right; it is saved once its code is confirmed.
 *
 * @param field of the form
 * @param people codes of the people concerned, as far as the caller may see them
 */
record Warning(String code, String field, String message, String messageEn, List<String> people) {

  Warning {
    people = List.copyOf(people);
  }
}
