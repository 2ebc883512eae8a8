package io.countypulse.platform.intake.sheet;

/** Counts well-formed multi-byte sequences of UTF-8 and malformed ones (Unicode 17, table 3-7). */
final class Utf8Evidence {

  private static final int WELL_FORMED_FOR_EACH_MALFORMED = 4;

  private long wellFormed;
  private long malformed;
  private int continuations;
  private int lowest;
  private int highest;

  void update(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int place = offset;
    while (place < end) {
      if (continuations == 0) {
        while (place < end && bytes[place] >= 0) {
          place++;
        }
        if (place < end) {
          lead(bytes[place++] & 0xff);
        }
      } else if (continues(bytes[place] & 0xff)) {
        place++;
      }
    }
  }

  boolean isUtf8() {
    long broken = malformed + (continuations > 0 ? 1 : 0);
    return broken * WELL_FORMED_FOR_EACH_MALFORMED <= wellFormed;
  }

  private void lead(int value) {
    lowest = value == 0xe0 ? 0xa0 : value == 0xf0 ? 0x90 : 0x80;
    highest = value == 0xed ? 0x9f : value == 0xf4 ? 0x8f : 0xbf;
    if (value >= 0xc2 && value <= 0xdf) {
      continuations = 1;
    } else if (value >= 0xe0 && value <= 0xef) {
      continuations = 2;
    } else if (value >= 0xf0 && value <= 0xf4) {
      continuations = 3;
    } else {
      malformed++;
    }
  }

  /** False when the byte does not belong to the sequence and has to be looked at again. */
  private boolean continues(int value) {
    if (value < lowest || value > highest) {
      malformed++;
      continuations = 0;
      return false;
    }
    lowest = 0x80;
    highest = 0xbf;
    if (--continuations == 0) {
      wellFormed++;
    }
    return true;
  }
}
