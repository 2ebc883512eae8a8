package io.countypulse.employment.intake;

import io.countypulse.employment.vocabulary.Vocabulary;
import io.countypulse.employment.vocabulary.Word;
import io.countypulse.platform.intake.HandRows.RowFault;
import io.countypulse.platform.intake.sheet.Column;
import io.countypulse.platform.intake.sheet.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row made from a form. A form offers its words, so one that is not among them is
 * a fault here, while a file's row goes in without it.
 */
public final class FormCells {

  private final int row;
  private final Map<Column, String> cells = new HashMap<>();
  private final List<RowFault> faults = new ArrayList<>();

  /**
   * @param row counted from 0
   */
  public FormCells(int row) {
    this.row = row;
  }

  public FormCells text(Column column, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      cells.put(column, text);
    }
    return this;
  }

  /** A word, or the constant's name. */
  public <W extends Enum<W> & Word> FormCells word(
      Column column, Vocabulary<W> words, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      words
          .word(text.strip())
          .ifPresentOrElse(word -> cells.put(column, word), () -> unknown(column, words, text));
    }
    return this;
  }

  /** A word that is known by another rule. */
  public FormCells fault(Fault fault) {
    faults.add(new RowFault(row, fault));
    return this;
  }

  public Map<Column, String> cells() {
    return Map.copyOf(cells);
  }

  public List<RowFault> faults() {
    return List.copyOf(faults);
  }

  private <W extends Enum<W> & Word> void unknown(Column column, Vocabulary<W> words, String text) {
    fault(
        Fault.of(
            "WORD_UNKNOWN",
            column,
            column.header() + "应为：" + words.all(),
            "One of: " + words.all(),
            text));
  }
}
