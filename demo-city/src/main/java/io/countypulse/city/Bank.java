package io.countypulse.city;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.List;

/**
 * An invented bank that delivers loan files (DOMAIN.md § 10). Its key is drawn from the seed, so
 * whoever knows the seed can sign for it: good for a demo, and for nothing else.
 */
public record Bank(String code, String name) {

  /** The banks of every generated place. */
  public static final List<Bank> ALL =
      List.of(
          new Bank("HMNS", "惠民农村商业银行（演示）"),
          new Bank("JSCZ", "金穗村镇银行（演示）"),
          new Bank("TXXY", "同心信用社（演示）"));

  /** The bank's Ed25519 key pair (RFC 8032). */
  public KeyPair keys(long seed) {
    try {
      byte[] drawn =
          MessageDigest.getInstance("SHA-256")
              .digest(("demo bank " + code + " " + seed).getBytes(StandardCharsets.UTF_8));
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Drawn(drawn));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** As in {@code banks.csv}: X.509 SubjectPublicKeyInfo in base64. */
  public String publicKey(long seed) {
    return Base64.getEncoder().encodeToString(keys(seed).getPublic().getEncoded());
  }

  /** Gives out the bytes it was made with. */
  private static final class Drawn extends SecureRandom {

    private final byte[] drawn;

    private Drawn(byte[] drawn) {
      super();
      this.drawn = drawn.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(drawn, 0, bytes, 0, bytes.length);
    }
  }
}
