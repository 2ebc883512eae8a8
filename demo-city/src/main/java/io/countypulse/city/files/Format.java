package io.countypulse.city.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** How person-level files are written (DOMAIN.md § 10). */
public enum Format {
  CSV("csv", 1_000_000),
  GB18030("csv", 1_000_000),
  /** A sheet holds 1,048,576 rows: four spells a person at most. */
  XLSX("xlsx", 260_000);

  private final String extension;
  private final int peoplePerFile;

  Format(String extension, int peoplePerFile) {
    this.extension = extension;
    this.peoplePerFile = peoplePerFile;
  }

  public String extension() {
    return extension;
  }

  /** A larger register is written in parts. */
  public int peoplePerFile() {
    return peoplePerFile;
  }

  /** Opens a file and writes its header. */
  public Rows open(Path file, List<String> header) throws IOException {
    Rows rows =
        switch (this) {
          case CSV -> new CsvRows(file, StandardCharsets.UTF_8);
          case GB18030 -> new CsvRows(file, Charset.forName("GB18030"));
          case XLSX -> new SheetRows(file);
        };
    rows.row(header);
    return rows;
  }
}
