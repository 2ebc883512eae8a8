package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Entity;
import io.countypulse.reporting.contribution.Spell;
import io.countypulse.reporting.contribution.Stay;
import io.countypulse.reporting.contribution.Target;
import io.countypulse.reporting.contribution.Worker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The state of a record as it is stored: its version in eight bytes, then what figures are made of.
 */
final class CompactForm {

  private static final byte WORKER = 'W';
  private static final byte TARGET = 'T';
  private static final int VERSION = Long.BYTES;

  private CompactForm() {}

  static byte[] write(Entity entity) {
    return switch (entity) {
      case Worker worker -> write(worker);
      case Target target -> write(target);
    };
  }

  static Entity read(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    long version = from.getLong();
    byte kind = from.get();
    return switch (kind) {
      case WORKER -> readWorker(version, from);
      case TARGET -> readTarget(version, from);
      default -> throw new IllegalStateException("a stored state of unknown kind " + kind);
    };
  }

  static long version(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getLong();
  }

  /** Whether two states differ in nothing but their version. */
  static boolean sameFacts(byte[] one, byte[] other) {
    return Arrays.equals(one, VERSION, one.length, other, VERSION, other.length);
  }

  private static byte[] write(Worker worker) {
    int size = VERSION + 1 + 2 * Integer.BYTES + worker.spells().size() * (2 * Integer.BYTES + 1);
    for (Stay stay : worker.residence()) {
      size += Integer.BYTES + 1 + stay.county().length();
    }
    ByteBuffer to = ByteBuffer.allocate(size);
    to.putLong(worker.version()).put(WORKER).putInt(worker.residence().size());
    for (Stay stay : worker.residence()) {
      putText(to.putInt(stay.from()), stay.county());
    }
    to.putInt(worker.spells().size());
    for (Spell spell : worker.spells()) {
      to.putInt(spell.start()).putInt(spell.end()).put((byte) (spell.outOfProvince() ? 1 : 0));
    }
    return to.array();
  }

  private static Worker readWorker(long version, ByteBuffer from) {
    int stays = from.getInt();
    List<Stay> residence = new ArrayList<>(stays);
    for (int i = 0; i < stays; i++) {
      residence.add(new Stay(from.getInt(), getText(from)));
    }
    int count = from.getInt();
    List<Spell> spells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      spells.add(new Spell(from.getInt(), from.getInt(), from.get() == 1));
    }
    return new Worker(version, residence, spells);
  }

  private static byte[] write(Target target) {
    int step = Integer.BYTES + 1 + Long.BYTES;
    int texts = 2 + target.county().length() + target.year().length();
    ByteBuffer to = ByteBuffer.allocate(VERSION + 1 + texts + target.history().size() * step);
    to.putLong(target.version()).put(TARGET);
    putText(to, target.county());
    putText(to, target.year());
    for (Target.Step each : target.history()) {
      Long value = each.value();
      to.putInt(each.from()).put((byte) (value == null ? 0 : 1)).putLong(value == null ? 0 : value);
    }
    return to.array();
  }

  private static Target readTarget(long version, ByteBuffer from) {
    String county = getText(from);
    String year = getText(from);
    List<Target.Step> history = new ArrayList<>();
    while (from.hasRemaining()) {
      int day = from.getInt();
      boolean holds = from.get() == 1;
      long value = from.getLong();
      history.add(new Target.Step(day, holds ? value : null));
    }
    return new Target(version, county, year, history);
  }

  private static void putText(ByteBuffer to, String ascii) {
    to.put((byte) ascii.length()).put(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private static String getText(ByteBuffer from) {
    byte[] text = new byte[from.get()];
    from.get(text);
    return new String(text, StandardCharsets.US_ASCII);
  }
}
