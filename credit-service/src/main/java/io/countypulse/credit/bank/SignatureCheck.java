package io.countypulse.credit.bank;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Checks a detached Ed25519 signature over bytes that go by (RFC 8032 § 5.1.7). The JDK's own check
 * gathers all of them in memory first, which a feed of a million rows would not survive; verifying
 * needs one pass only.
 */
public final class SignatureCheck {

  private static final int HALF = 32;

  private final Ed25519Point key;
  private final byte[] commitment;
  private final BigInteger scalar;
  private final MessageDigest digest;

  private SignatureCheck(BankKey key, byte[] signature) {
    this.key = Ed25519Point.decode(key.raw()).orElseThrow();
    this.commitment = Arrays.copyOf(signature, HALF);
    this.scalar = Ed25519Point.littleEndian(Arrays.copyOfRange(signature, HALF, 2 * HALF));
    this.digest = sha512();
    digest.update(commitment);
    digest.update(key.raw());
  }

  /** Begins a check; empty when the text is no signature at all (64 bytes in base64). */
  public static Optional<SignatureCheck> begin(BankKey key, String signature) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(signature.strip());
      return bytes.length == 2 * HALF
          ? Optional.of(new SignatureCheck(key, bytes))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The next bytes of what was signed. */
  public void update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /** Whether exactly the bytes that went by were signed with the key. */
  public boolean holds() {
    if (scalar.compareTo(Ed25519Point.ORDER) >= 0) {
      return false;
    }
    BigInteger challenge = Ed25519Point.littleEndian(digest.digest()).mod(Ed25519Point.ORDER);
    byte[] expected =
        Ed25519Point.sum(scalar, Ed25519Point.GENERATOR, challenge, key.negated()).encode();
    return MessageDigest.isEqual(expected, commitment);
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
