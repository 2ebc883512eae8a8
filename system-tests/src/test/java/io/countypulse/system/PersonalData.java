package io.countypulse.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows a personal datum when it sees one: any valid identity number, any mobile number, any name
 * of these people.
 */
final class PersonalData {
  private static final Pattern IDENTITY_NUMBER =
      Pattern.compile("(?<![0-9A-Za-z])[1-8]\\d{16}[0-9Xx](?![0-9A-Za-z])");
  private static final Pattern PHONE =
      Pattern.compile("(?<![0-9A-Za-z.+-])1[3-9]\\d{9}(?![0-9A-Za-z.])");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,4}");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private final Set<String> names;

  private PersonalData(Set<String> names) {
    this.names = names;
  }

  static PersonalData of(Path workers) throws IOException {
    try (Stream<String> lines = Files.lines(workers)) {
      var rows = lines.iterator();
      int name = List.of(rows.next().split(",", -1)).indexOf("姓名");
      Set<String> names = new HashSet<>();
      rows.forEachRemaining(row -> names.add(row.split(",", -1)[name]));
      return new PersonalData(names);
    }
  }

  /** The first datum in a text, if there is one. */
  Optional<String> in(String text) {
    Matcher number = IDENTITY_NUMBER.matcher(text);
    while (number.find()) {
      if (hasValidChecksum(number.group())) {
        return Optional.of("identity number " + number.group());
      }
    }
    Matcher phone = PHONE.matcher(text);
    if (phone.find()) {
      return Optional.of("phone " + phone.group());
    }
    return HAN.matcher(text)
        .results()
        .map(word -> word.group())
        .filter(names::contains)
        .findFirst()
        .map(name -> "name " + name);
  }

  private static boolean hasValidChecksum(String number) {
    int sum = 0;
    for (int place = 0; place < WEIGHTS.length; place++) {
      sum += (number.charAt(place) - '0') * WEIGHTS[place];
    }
    return "10X98765432".charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
  }
}
