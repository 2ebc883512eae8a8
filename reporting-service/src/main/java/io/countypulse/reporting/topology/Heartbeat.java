package io.countypulse.reporting.topology;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * "Everything this shard committed before {@code at} stands before this record" (ADR 0003).
 *
 * @param shards how many shards the source has
 */
record Heartbeat(String source, int shard, int shards, Instant at) {

  /** First byte of a heartbeat's key, which no record's id begins with. */
  private static final byte MARK = '~';

  Heartbeat {
    if (shard < 0 || shard >= shards) {
      throw new IllegalArgumentException("shard " + shard + " of " + shards);
    }
  }

  static boolean isKey(byte[] key) {
    return key.length > 0 && key[0] == MARK;
  }

  static Heartbeat read(byte[] json) {
    Reader reader = new Reader();
    EventJson.read(json, reader::field);
    return reader.heartbeat();
  }

  private static final class Reader {
    private String source = "";
    private int shard = -1;
    private int shards;
    private @Nullable Instant at;

    private void field(String name, JsonParser value) {
      switch (name) {
        case "source" -> source = EventJson.text(value);
        case "shard" -> shard = value.getIntValue();
        case "shards" -> shards = value.getIntValue();
        case "at" -> at = Instant.parse(EventJson.text(value));
        default -> {}
      }
    }

    private Heartbeat heartbeat() {
      if (at == null) {
        throw new IllegalArgumentException("a heartbeat without a time");
      }
      return new Heartbeat(source, shard, shards, at);
    }
  }
}
