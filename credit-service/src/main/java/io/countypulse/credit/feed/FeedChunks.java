package io.countypulse.credit.feed;

import java.io.InputStream;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stored feed's pieces one after the other, each read when the one before is used up. */
final class FeedChunks extends InputStream {

  private final JdbcClient jdbc;
  private final UUID feed;
  private byte[] chunk = new byte[0];
  private int place;
  private int next;

  FeedChunks(JdbcClient jdbc, UUID feed) {
    this.jdbc = jdbc;
    this.feed = feed;
  }

  @Override
  public int read() {
    return ready() ? chunk[place++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!ready()) {
      return -1;
    }
    int taken = Math.min(length, chunk.length - place);
    System.arraycopy(chunk, place, target, offset, taken);
    place += taken;
    return taken;
  }

  private boolean ready() {
    if (place < chunk.length) {
      return true;
    }
    chunk =
        jdbc.sql("select bytes from feed_chunk where feed_id = ? and number = ?")
            .param(feed)
            .param(next)
            .query(byte[].class)
            .optional()
            .orElse(new byte[0]);
    next++;
    place = 0;
    return chunk.length > 0;
  }
}
