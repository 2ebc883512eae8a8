package io.countypulse.reporting.check;

import java.util.List;

/**
 * What a document holds for the check.
 *
 * @param sentences its paragraphs outside of tables
 */
record PrintedDocument(List<PrintedTable> tables, List<String> sentences) {
  PrintedDocument {
    tables = List.copyOf(tables);
    sentences = List.copyOf(sentences);
  }
}
