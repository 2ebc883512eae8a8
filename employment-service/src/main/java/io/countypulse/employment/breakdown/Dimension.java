package io.countypulse.employment.breakdown;

import io.countypulse.employment.vocabulary.Post;
import io.countypulse.employment.vocabulary.Sector;
import io.countypulse.employment.vocabulary.WorkArea;
import java.util.Optional;
import java.util.stream.Stream;

/** By what people in work are told apart, always by the spell that decides on the day. */
enum Dimension {
  AREA("spell ->> 'area'", "未填报"),
  PROVINCE("spell ->> 'province'", "未填报"),
  SECTOR("workplace ->> 'sector'", "未填报"),
  POST("spell ->> 'post'", "未填报"),
  /** By the workshop's id; those who work elsewhere have none. */
  WORKSHOP(
      "(select told.workplace from assisted_spells("
          + "w.person_id, w.county, w.residence, w.spells, w.workplaces) as told"
          + " where told.place = decides.place and told.post = 'WORKSHOP')",
      "不在帮扶车间");

  private final String value;
  private final String none;

  Dimension(String value, String none) {
    this.value = value;
    this.none = none;
  }

  /** The dimension of a request: {@code area}, {@code province} and so on. */
  static Optional<Dimension> of(String text) {
    return Stream.of(values()).filter(each -> each.name().equalsIgnoreCase(text)).findFirst();
  }

  /**
   * SQL: the value for worker {@code w}, whose spell at {@code decides.place} is {@code spell} and
   * {@code workplace}.
   */
  String value() {
    return value;
  }

  /** SQL: what a value is called that only records can name; the same for all people of it. */
  String called() {
    return this == WORKSHOP ? "workplace ->> 'employer'" : "null::text";
  }

  /** What people are called of whom no value is told. */
  String none() {
    return none;
  }

  /** How a value is called on screens. */
  String word(String told) {
    return switch (this) {
      case AREA -> WorkArea.valueOf(told).word();
      case SECTOR -> Sector.valueOf(told).word();
      case POST -> Post.valueOf(told).word();
      case PROVINCE, WORKSHOP -> told;
    };
  }
}
