package io.countypulse.platform.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as a clerk makes and mends them. */
final class Workbooks {

  private Workbooks() {}

  static byte[] of(List<List<String>> rows) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("表");
      for (int row = 0; row < rows.size(); row++) {
        for (int cell = 0; cell < rows.get(row).size(); cell++) {
          sheet.value(row, cell, rows.get(row).get(cell));
        }
      }
    }
    return bytes.toByteArray();
  }

  static byte[] replaced(byte[] workbook, String from, String to) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var in =
            ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get();
        var out = new ZipOutputStream(bytes)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        String part = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(part.replace(from, to).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
