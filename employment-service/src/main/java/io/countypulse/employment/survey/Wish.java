package io.countypulse.employment.survey;

import java.util.Optional;
import java.util.stream.Stream;

/** What people wish for who have not got it. */
enum Wish {
  /** Wishes to work and is not in work. */
  WORK("w.wish_to_work and not w.employed @> :day::date"),
  /** Wishes to be trained, and has not been in a training that began since saying so. */
  TRAIN(
      """
      exists (
        select from (
          select * from survey v
          where v.person_id = w.person_id and v.surveyed_on <= :day::date
          order by v.surveyed_on desc limit 1) as s
        where s.wish_to_train
          and not exists (
            select from trainee t join training_session course on course.id = t.session_id and not t.removed
            where t.person_id = w.person_id and course.begins_on between s.surveyed_on and :day::date))\
      """);

  /** SQL: whether the last survey of worker {@code w} names the {@code :trade}. */
  static final String IN_TRADE =
      """
      :trade = (
        select v.training_trade from survey v
        where v.person_id = w.person_id and v.surveyed_on <= :day::date
        order by v.surveyed_on desc limit 1)\
      """;

  private final String condition;

  Wish(String condition) {
    this.condition = condition;
  }

  /** The wish of a request: {@code work} or {@code train}. */
  static Optional<Wish> of(String text) {
    return Stream.of(values()).filter(wish -> wish.name().equalsIgnoreCase(text)).findFirst();
  }

  /** SQL: whether worker {@code w} has it as of {@code :day}. */
  String condition() {
    return condition;
  }
}
