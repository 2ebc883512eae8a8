package io.countypulse.credit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.TestBank;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ed25519 as RFC 8032 and the JDK have it. */
class SignatureCheckTest {

  @Test
  void theVectorsOfTheStandardHold() {
    assertThat(
            holds(
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
                ""))
        .isTrue();
    assertThat(
            holds(
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
                "af82"))
        .isTrue();
  }

  @Test
  void whatTheJdkSignsHoldsAndNothingElseDoes() {
    Random random = new Random(8032);
    TestBank bank = new TestBank("HMNS");
    BankKey key = BankKey.parse(bank.publicKey()).orElseThrow();
    for (int length : new int[] {0, 1, 63, 64, 65, 100_000}) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      byte[] signature = Base64.getDecoder().decode(bank.sign(bytes));
      assertThat(holds(key, signature, bytes)).isTrue();
      assertThat(
              holds(BankKey.parse(new TestBank("X").publicKey()).orElseThrow(), signature, bytes))
          .isFalse();
      signature[random.nextInt(64)] ^= 1;
      assertThat(holds(key, signature, bytes)).isFalse();
    }
  }

  @Test
  void whatIsNoSignatureIsNotBegun() {
    BankKey key = BankKey.parse(new TestBank("HMNS").publicKey()).orElseThrow();
    assertThat(SignatureCheck.begin(key, "")).isEmpty();
    assertThat(SignatureCheck.begin(key, "!!!")).isEmpty();
    assertThat(SignatureCheck.begin(key, "AAAA")).isEmpty();
    assertThat(BankKey.parse("AAAA")).isEmpty();
    assertThat(
            BankKey.parse(
                "-----BEGIN PUBLIC KEY-----\n" + key.text() + "\n-----END PUBLIC KEY-----"))
        .map(BankKey::text)
        .contains(key.text());
  }

  private static boolean holds(String key, String signature, String message) {
    byte[] raw = HexFormat.of().parseHex(key);
    return holds(
        BankKey.of(raw).orElseThrow(),
        HexFormat.of().parseHex(signature),
        HexFormat.of().parseHex(message));
  }

  private static boolean holds(BankKey key, byte[] signature, byte[] bytes) {
    SignatureCheck check =
        SignatureCheck.begin(key, Base64.getEncoder().encodeToString(signature)).orElseThrow();
    check.update(bytes, 0, bytes.length);
    return check.holds();
  }
}
