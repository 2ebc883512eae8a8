package io.countypulse.bankkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 keys (RFC 8032) and detached signatures, in base64. */
final class Keys {

  static final String PRIVATE = "private.pem";
  static final String PUBLIC = "public.txt";

  private static final String ALGORITHM = "Ed25519";
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private Keys() {}

  /**
   * Writes a new pair: {@code private.pem} (PKCS#8, for its owner alone) and {@code public.txt}
   * (X.509 SubjectPublicKeyInfo in base64, as it is registered).
   *
   * @throws Complaint rather than overwrite a key
   */
  static void generate(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path secret = directory.resolve(PRIVATE);
    if (Files.exists(secret)) {
      throw new Complaint(
          "已有私钥 " + secret + "，不会覆盖。",
          "There is a key already, which is not overwritten: " + secret + ".");
    }
    KeyPair pair = newPair();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + LINES.encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, pem, StandardOpenOption.WRITE);
    String known = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    Files.writeString(directory.resolve(PUBLIC), known + "\n");
  }

  /** The signature of a file's bytes. */
  static String sign(Path file, Path privateKey) throws IOException {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey(privateKey));
      signature.update(Files.readAllBytes(file));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether a signature is that of the bytes. */
  static boolean verify(byte[] bytes, String signature, PublicKey key) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(bytes);
      return check.verify(Base64.getMimeDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }

  /** The key written in a text as {@link #generate} writes it, or in PEM. */
  static PublicKey publicKey(String text) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(decoded(text)));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw new Complaint("不是 Ed25519 公钥。", "Not a public key of Ed25519.");
    }
  }

  private static PrivateKey privateKey(Path file) throws IOException {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(decoded(Files.readString(file))));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw new Complaint(
          file + " 不是 Ed25519 私钥（PKCS#8）。", file + " is no private key of Ed25519 (PKCS#8).");
    }
  }

  private static byte[] decoded(String text) {
    return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
  }

  private static KeyPair newPair() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
