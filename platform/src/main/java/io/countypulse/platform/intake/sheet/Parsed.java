package io.countypulse.platform.intake.sheet;

/** What a cell says: a value, nothing, or something that cannot be taken. */
public sealed interface Parsed<T> {

  record Value<T>(T value) implements Parsed<T> {}

  record Blank<T>(Column column) implements Parsed<T> {}

  record Wrong<T>(Fault fault) implements Parsed<T> {}

  static <T> Parsed<T> value(T value) {
    return new Value<>(value);
  }

  static <T> Parsed<T> blank(Column column) {
    return new Blank<>(column);
  }

  static <T> Parsed<T> wrong(Fault fault) {
    return new Wrong<>(fault);
  }
}
