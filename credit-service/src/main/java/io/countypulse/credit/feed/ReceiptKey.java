package io.countypulse.credit.feed;

import io.countypulse.platform.personal.PersonalColumn;
import io.countypulse.platform.personal.PersonalData;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The service's own Ed25519 key: by its signature a bank can prove what it was answered. */
@Component
class ReceiptKey {

  private static final String ALGORITHM = "Ed25519";
  private static final PersonalColumn COLUMN = PersonalColumn.of("receipt_key", "private_key");
  private static final int ID_BYTES = 8;

  private final JdbcClient jdbc;
  private final PersonalData personal;

  ReceiptKey(JdbcClient jdbc, PersonalData personal) {
    this.jdbc = jdbc;
    this.personal = personal;
  }

  /**
   * The public half.
   *
   * @param publicKey X.509 SubjectPublicKeyInfo in base64
   */
  record Public(String keyId, String algorithm, String publicKey) {}

  /** In base64; the private half encrypted. */
  private record Stored(String id, String publicKey, String privateKey) {}

  /** The key receipts are signed with. */
  Public current() {
    Stored stored = stored();
    return new Public(stored.id(), ALGORITHM, stored.publicKey());
  }

  /** A signature in base64 over the UTF-8 of a text. */
  String sign(String text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey(stored()));
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private PrivateKey privateKey(Stored stored) throws GeneralSecurityException {
    byte[] encoded = personal.decryptBytes(COLUMN, Base64.getDecoder().decode(stored.privateKey()));
    return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  private Stored stored() {
    return find()
        .orElseGet(
            () -> {
              make();
              return find().orElseThrow();
            });
  }

  /** The first key stays; two instances starting at once agree on one. */
  private Optional<Stored> find() {
    return jdbc.sql(
            "select id, public_key, private_key from receipt_key order by recorded_at, id limit 1")
        .query(Stored.class)
        .optional();
  }

  private void make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] known = pair.getPublic().getEncoded();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(known);
      jdbc.sql(
              """
              insert into receipt_key (id, public_key, private_key)
              select ?, ?, ? where not exists (select from receipt_key) on conflict do nothing
              """)
          .param(HexFormat.of().formatHex(digest, 0, ID_BYTES))
          .param(text(known))
          .param(text(personal.encryptBytes(COLUMN, pair.getPrivate().getEncoded())))
          .update();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
