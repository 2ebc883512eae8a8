package io.countypulse.platform.intake.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * A part of a zip as it is unpacked: refused beyond 4 GiB, or when it swells more than two
 * hundredfold (real sheets: ten to fifty), damaged when its checksum is wrong.
 */
final class BoundedPart extends FilterInputStream {

  private static final long LARGEST = 4L << 30;
  private static final long HARMLESS = 16L << 20;
  private static final long MOST_SWELLING = 200;

  private final ZipArchiveEntry entry;
  private final CRC32 checksum = new CRC32();
  private long unpacked;

  BoundedPart(InputStream input, ZipArchiveEntry entry) {
    super(input);
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = unpack(bytes, offset, length);
    if (read < 0) {
      requireWhole();
      return read;
    }
    checksum.update(bytes, offset, read);
    unpacked += read;
    if (unpacked > LARGEST
        || (unpacked > HARMLESS && unpacked / MOST_SWELLING > entry.getCompressedSize())) {
      throw RefusedFile.tooLarge();
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    throw new IOException("a part is read from end to end");
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int unpack(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException | RuntimeException broken) {
      throw broken instanceof RefusedFile refused ? refused : RefusedFile.damaged();
    }
  }

  private void requireWhole() throws RefusedFile {
    if (checksum.getValue() != entry.getCrc()) {
      throw RefusedFile.damaged();
    }
  }
}
