package io.countypulse.reporting.bulletin;

import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.ranking.Discipline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between braces in a text:
 *
 * <pre>
 * {employment.working}                 the city's figure; {employment.working@530102} a unit's
 * {employment.working|万}              in ten thousands
 * {credit.completion_rate|变化}        the change on a month, in words
 * {credit.overdue_rate|上月}           the figure a month before
 * {employment.out_of_province|占 employment.working}   as a per cent of another
 * {employment.completion_rate&lt;100}     the units below, with their figures; |变化 with changes,
 *                                      |个数 only how many
 * {约谈 EMPLOYMENT}                    the units called in; OVERALL over all programmes
 * {city} {date} {month} {year}         the city, the day, the month of the calls, the year
 * </pre>
 */
sealed interface Phrase {

  /** {@code city}, {@code date}, {@code month} or {@code year}. */
  record Name(String name) implements Phrase {}

  /** How a figure is written. */
  enum Form {
    PLAIN,
    TEN_THOUSANDS,
    CHANGE,
    BEFORE
  }

  /** A unit's figure; without a unit the city's. */
  record Value(String indicator, Optional<String> county, Form form) implements Phrase {}

  /** A figure as a per cent of another. */
  record Part(String part, String whole) implements Phrase {}

  /** What is told of the units of a list. */
  enum Told {
    FIGURE,
    CHANGE,
    COUNT
  }

  /** The units whose figure lies beyond a limit. */
  record Beyond(String indicator, boolean below, BigDecimal limit, Told told) implements Phrase {}

  /** The units called in. */
  record Interviews(String discipline) implements Phrase {}

  /** What names a figure nobody knows. */
  record Unknown(String text) implements Phrase {}

  Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

  /** The phrase between two braces. */
  static Phrase of(String text) {
    return Parser.parse(text.strip());
  }

  /** The phrases of a text that nobody knows, in their order. */
  static List<String> unknown(String text) {
    List<String> unknown = new ArrayList<>();
    Matcher braces = BRACES.matcher(text);
    while (braces.find()) {
      if (of(braces.group(1)) instanceof Unknown(String phrase)) {
        unknown.add(phrase);
      }
    }
    return unknown;
  }

  /** Reads phrases. */
  final class Parser {

    private static final Set<String> NAMES = Set.of("city", "date", "month", "year");
    private static final Pattern VALUE =
        Pattern.compile("([a-z_.]+)(?:@(\\w+))?\\s*(?:\\|\\s*(万|变化|上月))?");
    private static final Pattern PART = Pattern.compile("([a-z_.]+)\\s*\\|\\s*占\\s*([a-z_.]+)");
    private static final Pattern BEYOND =
        Pattern.compile("([a-z_.]+)\\s*([<>])\\s*(\\d+(?:\\.\\d+)?)\\s*(?:\\|\\s*(变化|个数))?");
    private static final Pattern INTERVIEWS = Pattern.compile("约谈\\s*([A-Z]+)");

    private Parser() {}

    private static Phrase parse(String text) {
      if (NAMES.contains(text)) {
        return new Name(text);
      }
      return value(text)
          .or(() -> part(text))
          .or(() -> beyond(text))
          .or(() -> interviews(text))
          .orElseGet(() -> new Unknown(text));
    }

    private static Optional<Phrase> value(String text) {
      Matcher match = VALUE.matcher(text);
      return match.matches() && known(match.group(1))
          ? Optional.of(
              new Value(match.group(1), Optional.ofNullable(match.group(2)), form(match.group(3))))
          : Optional.empty();
    }

    private static Form form(@Nullable String text) {
      return switch (text) {
        case "万" -> Form.TEN_THOUSANDS;
        case "变化" -> Form.CHANGE;
        case "上月" -> Form.BEFORE;
        case null, default -> Form.PLAIN;
      };
    }

    private static Optional<Phrase> part(String text) {
      Matcher match = PART.matcher(text);
      return match.matches() && known(match.group(1)) && known(match.group(2))
          ? Optional.of(new Part(match.group(1), match.group(2)))
          : Optional.empty();
    }

    private static Optional<Phrase> beyond(String text) {
      Matcher match = BEYOND.matcher(text);
      if (!match.matches() || !known(match.group(1))) {
        return Optional.empty();
      }
      Told told =
          "变化".equals(match.group(4))
              ? Told.CHANGE
              : "个数".equals(match.group(4)) ? Told.COUNT : Told.FIGURE;
      return Optional.of(
          new Beyond(
              match.group(1), match.group(2).equals("<"), new BigDecimal(match.group(3)), told));
    }

    private static Optional<Phrase> interviews(String text) {
      Matcher match = INTERVIEWS.matcher(text);
      boolean known =
          match.matches()
              && (match.group(1).equals(Ranked.OVERALL)
                  || Arrays.stream(Discipline.values())
                      .anyMatch(each -> each.name().equals(match.group(1))));
      return known ? Optional.of(new Interviews(match.group(1))) : Optional.empty();
    }

    private static boolean known(String indicator) {
      return Indicator.find(indicator).isPresent();
    }
  }
}
