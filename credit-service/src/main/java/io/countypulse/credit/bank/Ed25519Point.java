package io.countypulse.credit.bank;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A point of edwards25519 in extended coordinates (RFC 8032 § 5.1). For verification only: it works
 * on public values and is not made to hide them from a stopwatch.
 */
record Ed25519Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {

  static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
  private static final BigInteger ROOT_OF_MINUS_ONE =
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);
  private static final int BITS = 255;

  static final Ed25519Point NEUTRAL =
      new Ed25519Point(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
  static final Ed25519Point GENERATOR = generator();

  /** The point 32 bytes stand for, if any (RFC 8032 § 5.1.3). */
  static Optional<Ed25519Point> decode(byte[] encoded) {
    BigInteger number = littleEndian(encoded);
    boolean odd = number.testBit(BITS);
    BigInteger y = number.clearBit(BITS);
    return y.compareTo(P) < 0 ? withX(y, odd) : Optional.empty();
  }

  byte[] encode() {
    BigInteger inverse = z.modInverse(P);
    BigInteger affineY = y.multiply(inverse).mod(P);
    boolean odd = x.multiply(inverse).mod(P).testBit(0);
    byte[] big = (odd ? affineY.setBit(BITS) : affineY).toByteArray();
    byte[] encoded = new byte[32];
    for (int place = 0; place < Math.min(32, big.length); place++) {
      encoded[place] = big[big.length - 1 - place];
    }
    return encoded;
  }

  Ed25519Point negated() {
    return new Ed25519Point(P.subtract(x).mod(P), y, z, P.subtract(t).mod(P));
  }

  Ed25519Point plus(Ed25519Point other) {
    BigInteger a = y.subtract(x).multiply(other.y.subtract(other.x)).mod(P);
    BigInteger b = y.add(x).multiply(other.y.add(other.x)).mod(P);
    BigInteger c = t.multiply(other.t).mod(P).multiply(D).shiftLeft(1).mod(P);
    BigInteger d = z.multiply(other.z).shiftLeft(1).mod(P);
    BigInteger e = b.subtract(a);
    BigInteger f = d.subtract(c);
    BigInteger g = d.add(c);
    BigInteger h = b.add(a);
    return new Ed25519Point(
        e.multiply(f).mod(P), g.multiply(h).mod(P), f.multiply(g).mod(P), e.multiply(h).mod(P));
  }

  /** {@code one × a + other × b}, both at once. */
  static Ed25519Point sum(BigInteger one, Ed25519Point a, BigInteger other, Ed25519Point b) {
    Ed25519Point both = a.plus(b);
    Ed25519Point sum = NEUTRAL;
    for (int bit = Math.max(one.bitLength(), other.bitLength()) - 1; bit >= 0; bit--) {
      sum = sum.plus(sum);
      if (one.testBit(bit)) {
        sum = sum.plus(other.testBit(bit) ? both : a);
      } else if (other.testBit(bit)) {
        sum = sum.plus(b);
      }
    }
    return sum;
  }

  static BigInteger littleEndian(byte[] bytes) {
    byte[] big = new byte[bytes.length];
    for (int place = 0; place < bytes.length; place++) {
      big[place] = bytes[bytes.length - 1 - place];
    }
    return new BigInteger(1, big);
  }

  private static Optional<Ed25519Point> withX(BigInteger y, boolean odd) {
    BigInteger square = y.multiply(y).mod(P);
    BigInteger u = square.subtract(BigInteger.ONE);
    BigInteger v = D.multiply(square).add(BigInteger.ONE);
    BigInteger xSquare = u.multiply(v.modInverse(P)).mod(P);
    BigInteger x = xSquare.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    if (!x.multiply(x).mod(P).equals(xSquare)) {
      x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
    }
    if (!x.multiply(x).mod(P).equals(xSquare) || (x.signum() == 0 && odd)) {
      return Optional.empty();
    }
    BigInteger signed = x.testBit(0) == odd ? x : P.subtract(x);
    return Optional.of(new Ed25519Point(signed, y, BigInteger.ONE, signed.multiply(y).mod(P)));
  }

  private static Ed25519Point generator() {
    BigInteger y = BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(P)).mod(P);
    return withX(y, false).orElseThrow();
  }
}
