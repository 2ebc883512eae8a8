package io.countypulse.reporting.bulletin;

/** XML written as text, every value escaped. */
final class Markup {

  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Markup as it is, no value of anybody in it. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text, escaped; what XML cannot hold is left out. */
  Markup text(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                  if (c >= ' ' || c == '\t' || c == '\n') {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
