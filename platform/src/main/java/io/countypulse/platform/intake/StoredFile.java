package io.countypulse.platform.intake;

import io.countypulse.platform.intake.sheet.FileBytes;
import io.countypulse.platform.personal.PersonalColumn;
import io.countypulse.platform.personal.PersonalData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The encrypted pieces of a file in the database, read one at a time; a piece decrypts only in its
 * own place.
 */
final class StoredFile implements FileBytes {

  /**
   * Length of a stored file's pieces but the last; files waiting from before may have others. Small
   * enough that a cipher not yet compiled does not hold up the first file.
   */
  static final int CHUNK = 1 << 19;

  /** Runs a query that may see every file. */
  interface Reading {
    byte[] read(Supplier<byte[]> query);
  }

  private final UUID importId;
  private final long size;
  private final Reading reading;
  private final JdbcClient database;
  private final PersonalData personal;

  StoredFile(
      UUID importId, long size, Reading reading, JdbcClient database, PersonalData personal) {
    this.importId = importId;
    this.size = size;
    this.reading = reading;
    this.database = database;
    this.personal = personal;
  }

  static PersonalColumn column(UUID importId, int number) {
    return PersonalColumn.of("import_chunk", importId + "." + number);
  }

  @Override
  public InputStream stream() {
    return Channels.newInputStream(channel());
  }

  @Override
  public SeekableByteChannel channel() {
    return new ChunkChannel();
  }

  private byte[] chunk(int number) {
    byte[] encrypted =
        reading.read(
            () ->
                database
                    .sql("select bytes from import_chunk where import_id = ? and number = ?")
                    .param(importId)
                    .param(number)
                    .query(byte[].class)
                    .single());
    return personal.decryptBytes(column(importId, number), encrypted);
  }

  private final class ChunkChannel implements SeekableByteChannel {

    private byte[] bytes = new byte[0];
    private int number = -1;
    private int pieceLength;
    private long position;
    private boolean open = true;

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (position >= size) {
        return -1;
      }
      if (number < 0) {
        load(0);
        pieceLength = bytes.length;
      }
      int wanted = (int) (position / pieceLength);
      if (wanted != number) {
        load(wanted);
      }
      int offset = (int) (position % pieceLength);
      int length = Math.min(target.remaining(), bytes.length - offset);
      target.put(bytes, offset, length);
      position += length;
      return length;
    }

    private void load(int wanted) {
      bytes = chunk(wanted);
      number = wanted;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
      position = newPosition;
      return this;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
      bytes = new byte[0];
      number = -1;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
      throw new NonWritableChannelException();
    }
  }
}
