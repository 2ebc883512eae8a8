package io.countypulse.platform.intake.sheet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row as the file has it, reused from row to row. */
final class RawRow {

  /** More columns than any file of ours; cells beyond are not kept. */
  static final int WIDEST = 512;

  private String[] texts = new String[32];
  private CellKind[] kinds = new CellKind[32];
  private int line;
  private int count;
  private boolean terminated;
  private @Nullable Fault defect;

  void begin(int line) {
    this.line = line;
    count = 0;
    terminated = true;
    defect = null;
  }

  /** Puts a cell at its place; cells skipped over are blank. */
  void put(int place, String text, CellKind kind) {
    if (place >= texts.length) {
      texts = Arrays.copyOf(texts, Math.max(place + 1, texts.length * 2));
      kinds = Arrays.copyOf(kinds, texts.length);
    }
    while (count < place) {
      texts[count] = "";
      kinds[count++] = CellKind.TEXT;
    }
    texts[place] = text;
    kinds[place] = kind;
    count = Math.max(count, place + 1);
  }

  void spoil(Fault defect) {
    if (this.defect == null) {
      this.defect = defect;
    }
  }

  void unterminated() {
    terminated = false;
  }

  int line() {
    return line;
  }

  int count() {
    return count;
  }

  String text(int place) {
    return place < count ? texts[place] : "";
  }

  CellKind kind(int place) {
    return place < count ? kinds[place] : CellKind.TEXT;
  }

  /** Whether a line break or the like follows; without it the file may have been cut off here. */
  boolean isTerminated() {
    return terminated;
  }

  @Nullable Fault defect() {
    return defect;
  }

  boolean isBlankFrom(int place) {
    for (int cell = place; cell < count; cell++) {
      if (!Characters.trimmed(texts[cell]).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
