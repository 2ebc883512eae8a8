package io.countypulse.employment.vocabulary;

/** A constant that stands in files as a Chinese word and in events by its name. */
public interface Word {

  /** As it stands in files and on screens. */
  String word();
}
