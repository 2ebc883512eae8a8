package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Residence;
import io.countypulse.reporting.contribution.Stay;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes of a stored state, one value after the other; read back in the same order. */
final class Packing {

  private ByteBuffer bytes = ByteBuffer.allocate(128);

  Packing flag(boolean value) {
    room(1).put((byte) (value ? 1 : 0));
    return this;
  }

  Packing kind(byte value) {
    room(1).put(value);
    return this;
  }

  Packing number(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  Packing amount(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  /** A code of at most 127 ASCII characters. */
  Packing code(String ascii) {
    room(1 + ascii.length())
        .put((byte) ascii.length())
        .put(ascii.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  Packing residence(Residence residence) {
    number(residence.stays().size());
    for (Stay stay : residence.stays()) {
      number(stay.from()).code(stay.county());
    }
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private ByteBuffer room(int needed) {
    if (bytes.remaining() < needed) {
      ByteBuffer larger = ByteBuffer.allocate(2 * bytes.capacity() + needed);
      bytes = larger.put(bytes.flip());
    }
    return bytes;
  }

  static boolean flag(ByteBuffer from) {
    return from.get() == 1;
  }

  static String code(ByteBuffer from) {
    byte[] text = new byte[from.get()];
    from.get(text);
    return new String(text, StandardCharsets.US_ASCII);
  }

  static Residence residence(ByteBuffer from) {
    int count = from.getInt();
    List<Stay> stays = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      stays.add(new Stay(from.getInt(), code(from)));
    }
    return new Residence(stays);
  }
}
