package io.countypulse.reporting.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Fills the figures into texts. */
final class Sentences {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String UNKNOWN_COUNTY = "UNKNOWN";

  private final Material material;
  private final Map<String, FigureRow> figures;
  private final LocalDate asOf;

  Sentences(Material material) {
    this.material = material;
    figures = material.figures().index();
    asOf = material.figures().asOf();
  }

  /** The paragraphs of a text: one a line, empty lines left out. */
  List<List<Inline>> paragraphs(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(this::fill).toList();
  }

  /** A text with its figures. */
  List<Inline> fill(String text) {
    List<Inline> pieces = new ArrayList<>();
    Matcher braces = Phrase.BRACES.matcher(text);
    int from = 0;
    while (braces.find()) {
      words(pieces, text.substring(from, braces.start()));
      List<Inline> filled = phrase(Phrase.of(braces.group(1)));
      pieces.addAll(filled);
      from = braces.end() + (isPercentOfNothing(filled, text, braces.end()) ? 1 : 0);
    }
    words(pieces, text.substring(from));
    return List.copyOf(pieces);
  }

  /** 不适用 is no number: no per cent sign stands behind it. */
  private static boolean isPercentOfNothing(List<Inline> filled, String text, int end) {
    return filled.size() == 1
        && text.startsWith("%", end)
        && !Character.isDigit(filled.getFirst().text().charAt(0));
  }

  private static void words(List<Inline> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(Inline.words(text));
    }
  }

  private List<Inline> phrase(Phrase phrase) {
    return switch (phrase) {
      case Phrase.Name(String name) -> List.of(Inline.words(name(name)));
      case Phrase.Value value -> List.of(value(value));
      case Phrase.Part(String part, String whole) -> List.of(part(part, whole));
      case Phrase.Beyond beyond -> beyond(beyond);
      case Phrase.Interviews(String discipline) -> List.of(Inline.words(interviews(discipline)));
      case Phrase.Unknown(String text) -> List.of(Inline.words("{" + text + "}"));
    };
  }

  private String name(String name) {
    return switch (name) {
      case "city" -> material.city();
      case "year" -> Integer.toString(asOf.getYear());
      case "month" -> YearMonth.from(asOf).minusMonths(1).getMonthValue() + "月";
      default -> asOf.getMonthValue() + "月" + asOf.getDayOfMonth() + "日";
    };
  }

  private Optional<FigureRow> row(String county, String indicator) {
    return Optional.ofNullable(figures.get(county + "|" + indicator));
  }

  private Inline value(Phrase.Value value) {
    String county = value.county().orElse(material.figures().city());
    return row(county, value.indicator())
        .map(row -> Inline.number(text(row, value.form()), row))
        .orElseGet(() -> Inline.words(Numbers.NOTHING));
  }

  private static String text(FigureRow row, Phrase.Form form) {
    BigDecimal previous = row.previous();
    return switch (form) {
      case PLAIN -> Numbers.plain(row);
      case TEN_THOUSANDS -> Numbers.tenThousands(row);
      case CHANGE -> Numbers.change(row);
      case BEFORE -> previous == null ? Numbers.NOTHING : Numbers.plain(row.indicator(), previous);
    };
  }

  private Inline part(String part, String whole) {
    String city = material.figures().city();
    FigureRow numerator = row(city, part).orElse(null);
    BigDecimal base = row(city, whole).map(FigureRow::value).orElse(null);
    if (numerator == null || numerator.value() == null || base == null || base.signum() == 0) {
      return Inline.words(Numbers.NOTHING);
    }
    BigDecimal share = HUNDRED.multiply(numerator.value()).divide(base, 2, RoundingMode.HALF_UP);
    return Inline.number(share.toPlainString(), numerator);
  }

  /** The units beyond a limit, the farthest first. */
  private List<Inline> beyond(Phrase.Beyond beyond) {
    Comparator<FigureRow> lowest =
        Comparator.comparing(row -> row.value() == null ? BigDecimal.ZERO : row.value());
    List<FigureRow> rows =
        material.figures().rows().stream()
            .filter(row -> row.indicator().equals(beyond.indicator()))
            .filter(row -> !row.county().equals(material.figures().city()))
            .filter(row -> !row.county().equals(UNKNOWN_COUNTY))
            .filter(row -> isBeyond(row, beyond))
            .sorted(beyond.below() ? lowest : lowest.reversed())
            .toList();
    return switch (beyond.told()) {
      case COUNT -> List.of(Inline.words(Integer.toString(rows.size())));
      case FIGURE, CHANGE -> named(rows, beyond.told() == Phrase.Told.CHANGE);
    };
  }

  private static boolean isBeyond(FigureRow row, Phrase.Beyond beyond) {
    BigDecimal value = row.value();
    if (value == null) {
      return false;
    }
    int order = value.compareTo(beyond.limit());
    return beyond.below() ? order < 0 : order > 0;
  }

  private static List<Inline> named(List<FigureRow> rows, boolean withChanges) {
    if (rows.isEmpty()) {
      return List.of(Inline.words("无"));
    }
    List<Inline> pieces = new ArrayList<>();
    for (FigureRow row : rows) {
      pieces.add(Inline.words((pieces.isEmpty() ? "" : "、") + row.name() + "（"));
      String sign = Numbers.isPercent(row.indicator()) ? "%" : "";
      pieces.add(Inline.number(Numbers.plain(row) + sign, row));
      pieces.add(
          Inline.words(
              withChanges && row.change() != null ? "，" + Numbers.change(row) + "）" : "）"));
    }
    return pieces;
  }

  private String interviews(String discipline) {
    List<String> names =
        material.ranking().stream()
            .filter(place -> place.discipline().equals(discipline) && place.interview())
            .map(place -> place.name() + (place.twice() ? "（连续两次）" : ""))
            .toList();
    return names.isEmpty() ? "无" : String.join("、", names);
  }
}
