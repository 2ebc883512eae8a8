package io.countypulse.platform.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the columns that hold personal data, and makes the keyed hashes by which they are found
 * and compared (DOMAIN.md § 11). Safe for use by many threads; more than 300,000 values a second
 * and core.
 */
public final class PersonalData {

  private static final String HMAC = "HmacSHA256";

  private final ColumnCipher cipher;
  private final ThreadLocal<Mac> lookup;
  private final ThreadLocal<Mac> digest;

  /**
   * @param keys AES-256 keys by their id; values stay readable as long as their key stands here
   * @param current id of the key that encrypts
   * @param lookupKey 32 bytes; never changed, or nothing is found any more
   */
  public PersonalData(Map<Byte, SecretKey> keys, byte current, byte[] lookupKey) {
    this.cipher = new ColumnCipher(keys, current);
    this.lookup = keyed(derive(lookupKey, "look-up"));
    this.digest = keyed(derive(lookupKey, "digest"));
  }

  /** Encrypts a value: key id, nonce, cipher text and tag, 29 bytes longer than its UTF-8. */
  public byte[] encrypt(PersonalColumn column, String plaintext) {
    return cipher.encrypt(column, plaintext.getBytes(UTF_8));
  }

  /**
   * Decrypts a value of this column.
   *
   * @throws IllegalStateException if it was changed, belongs to another column or its key is not
   *     there
   */
  public String decrypt(PersonalColumn column, byte[] encrypted) {
    return new String(cipher.decrypt(column, encrypted), UTF_8);
  }

  /** Encrypts bytes, such as a piece of a stored file, in the same form. */
  public byte[] encryptBytes(PersonalColumn column, byte[] plaintext) {
    return cipher.encrypt(column, plaintext);
  }

  /**
   * Decrypts what {@link #encryptBytes} made.
   *
   * @throws IllegalStateException as {@link #decrypt}
   */
  public byte[] decryptBytes(PersonalColumn column, byte[] encrypted) {
    return cipher.decrypt(column, encrypted);
  }

  /** Keyed hash (32 bytes) by which a record with this exact value is found. */
  public byte[] lookupHash(String value) {
    return lookup.get().doFinal(value.getBytes(UTF_8));
  }

  /** Keyed hash (32 bytes) of a record's canonical plaintext: equal means unchanged. */
  public byte[] digest(String canonical) {
    return digest.get().doFinal(canonical.getBytes(UTF_8));
  }

  private static ThreadLocal<Mac> keyed(byte[] key) {
    Supplier<Mac> mac = () -> mac(key);
    return ThreadLocal.withInitial(mac);
  }

  private static byte[] derive(byte[] key, String purpose) {
    return mac(key).doFinal(purpose.getBytes(UTF_8));
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
