package io.countypulse.platform.intake.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** The end of a zip's directory (APPNOTE 4.3.16), looked at before anything is built from it. */
final class ZipDirectory {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int MOST_ENTRIES = 5_000;

  private ZipDirectory() {}

  /**
   * @throws RefusedFile when the end is missing, so the file was cut off, or when it lists more
   *     parts than a workbook has
   */
  static void requireModest(SeekableByteChannel channel) throws IOException {
    int length = (int) Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT);
    ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(channel.size() - length);
    int read;
    do {
      read = channel.read(tail);
    } while (read >= 0 && tail.hasRemaining());
    for (int at = length - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        if (Short.toUnsignedInt(tail.getShort(at + 10)) > MOST_ENTRIES) {
          throw RefusedFile.tooLarge();
        }
        return;
      }
    }
    throw RefusedFile.truncated();
  }
}
