package io.countypulse.city.people;

/**
 * Ids that say nothing: a letter and eight characters, one for each number below 2⁴⁰, by a seeded
 * permutation of 40 bits.
 */
final class OpaqueIds {

  private static final long MASK = (1L << 40) - 1;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final char letter;
  private final long key;

  OpaqueIds(char letter, long seed) {
    this.letter = letter;
    this.key = new Dice(seed, "ids " + letter).bits();
  }

  String of(long n) {
    long id = (n ^ key) & MASK;
    id = id * 0x9E3779B97F4A7C15L & MASK;
    id ^= id >>> 21;
    id = id * 0xD1342543DE82EF95L & MASK;
    id ^= id >>> 19;
    char[] text = new char[9];
    text[0] = letter;
    for (int i = 8; i > 0; i--) {
      text[i] = ALPHABET.charAt((int) (id & 31));
      id >>>= 5;
    }
    return new String(text);
  }
}
