package io.countypulse.employment.vocabulary;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words a column knows. */
public final class Vocabulary<W extends Enum<W> & Word> {

  private final Map<String, W> byWord;

  private Vocabulary(Map<String, W> byWord) {
    this.byWord = byWord;
  }

  public static <W extends Enum<W> & Word> Vocabulary<W> of(Class<W> words) {
    return new Vocabulary<>(
        Stream.of(words.getEnumConstants())
            .collect(toUnmodifiableMap(Word::word, Function.identity())));
  }

  /** What the word means; empty for one that is not known. */
  public Optional<W> find(String word) {
    return Optional.ofNullable(byWord.get(word));
  }

  /** The word of a constant that is called by its word or by its name, as programs do. */
  public Optional<String> word(String wordOrName) {
    return byWord.values().stream()
        .filter(word -> word.word().equals(wordOrName) || word.name().equals(wordOrName))
        .map(Word::word)
        .findFirst();
  }

  /** Every word there is, for a message. */
  public String all() {
    return byWord.values().stream().sorted().map(Word::word).collect(Collectors.joining("、"));
  }
}
