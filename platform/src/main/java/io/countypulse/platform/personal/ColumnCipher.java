package io.countypulse.platform.personal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM. A value is key id (1 byte), nonce (12), cipher text and tag (16). Nonces are random:
 * at 96 bits a key is good for some four thousand million values (NIST SP 800-38D § 8.3).
 */
final class ColumnCipher {

  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int HEADER = 1 + NONCE;

  private final Map<Byte, SecretKey> keys;
  private final byte current;
  private final SecretKey currentKey;
  private final ThreadLocal<Worker> workers = ThreadLocal.withInitial(Worker::new);

  ColumnCipher(Map<Byte, SecretKey> keys, byte current) {
    this.keys = Map.copyOf(keys);
    this.current = current;
    this.currentKey = key(current);
  }

  byte[] encrypt(PersonalColumn column, byte[] plaintext) {
    Worker worker = workers.get();
    byte[] value = new byte[HEADER + plaintext.length + TAG];
    value[0] = current;
    worker.nonce(value);
    worker.run(Cipher.ENCRYPT_MODE, currentKey, column, value, plaintext, 0, value, HEADER);
    return value;
  }

  byte[] decrypt(PersonalColumn column, byte[] value) {
    if (value.length < HEADER + TAG) {
      throw new IllegalStateException("a value of " + column + " is too short");
    }
    byte[] plaintext = new byte[value.length - HEADER - TAG];
    workers
        .get()
        .run(Cipher.DECRYPT_MODE, key(value[0]), column, value, value, HEADER, plaintext, 0);
    return plaintext;
  }

  private SecretKey key(byte id) {
    @Nullable SecretKey key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException("personal data key " + id + " is not configured");
    }
    return key;
  }

  /** What one thread reuses: the cipher, and random bytes drawn many nonces at a time. */
  private static final class Worker {
    private final SecureRandom random = new SecureRandom();
    private final byte[] pool = new byte[NONCE * 256];
    private final Cipher cipher;
    private int used = pool.length;

    Worker() {
      try {
        cipher = Cipher.getInstance("AES/GCM/NoPadding");
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    void nonce(byte[] value) {
      if (used == pool.length) {
        random.nextBytes(pool);
        used = 0;
      }
      System.arraycopy(pool, used, value, 1, NONCE);
      used += NONCE;
    }

    void run(
        int mode,
        SecretKey key,
        PersonalColumn column,
        byte[] value,
        byte[] input,
        int inputFrom,
        byte[] output,
        int outputFrom) {
      try {
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, value, 1, NONCE));
        cipher.updateAAD(column.purpose());
        cipher.doFinal(input, inputFrom, input.length - inputFrom, output, outputFrom);
      } catch (GeneralSecurityException failed) {
        throw new IllegalStateException("a value of " + column + " does not decrypt", failed);
      }
    }
  }
}
