package io.countypulse.credit.bank;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A bank's public Ed25519 key (RFC 8032), 32 bytes. */
public final class BankKey {

  private static final int LENGTH = 32;
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final byte[] raw;

  private BankKey(byte[] raw) {
    this.raw = raw;
  }

  /**
   * Reads base64 of an X.509 SubjectPublicKeyInfo (RFC 8410) or of the bare 32 bytes; the lines a
   * PEM file puts around it may stay.
   */
  public static Optional<BankKey> parse(String text) {
    String bare = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return of(Base64.getDecoder().decode(bare));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The key in either form, if it is one. */
  static Optional<BankKey> of(byte[] encoded) {
    byte[] raw = encoded;
    if (encoded.length == X509_PREFIX.length + LENGTH
        && Arrays.equals(encoded, 0, X509_PREFIX.length, X509_PREFIX, 0, X509_PREFIX.length)) {
      raw = Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length);
    }
    return raw.length == LENGTH && Ed25519Point.decode(raw).isPresent()
        ? Optional.of(new BankKey(raw.clone()))
        : Optional.empty();
  }

  /** X.509 SubjectPublicKeyInfo. */
  public byte[] encoded() {
    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + LENGTH);
    System.arraycopy(raw, 0, encoded, X509_PREFIX.length, LENGTH);
    return encoded;
  }

  /** Base64 of {@link #encoded}. */
  public String text() {
    return Base64.getEncoder().encodeToString(encoded());
  }

  byte[] raw() {
    return raw.clone();
  }
}
