package io.countypulse.reporting.bulletin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a bulletin is handed out as. */
enum Format {
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  PDF("application/pdf"),
  HTML("text/html;charset=UTF-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  JSON("application/json");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** As it ends a file name and stands in a request: {@code docx}. */
  String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Format> of(String ending) {
    return Arrays.stream(values()).filter(format -> format.ending().equals(ending)).findFirst();
  }
}
