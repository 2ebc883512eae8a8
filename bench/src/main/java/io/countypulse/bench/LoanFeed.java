package io.countypulse.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

/**
 * A bank's first position: so many loans of 50,000 yuan, each with a household of its own.
 *
 * @param text the feed as CSV
 * @param header bytes of its first record, line end included
 * @param outstanding yuan over all loans
 */
record LoanFeed(String text, int header, int rows, long outstanding, KeyPair keys) {

  static final String BANK = "BENCH";

  private static final List<String> COUNTIES = List.of("东川区", "寻甸县", "禄劝县", "五华区", "安宁市");
  private static final int AMOUNT = 50_000;
  private static final int STEPS = 40_000;

  static LoanFeed of(int rows) throws GeneralSecurityException {
    StringBuilder details = new StringBuilder(rows * 90);
    long outstanding = 0;
    for (int row = 0; row < rows; row++) {
      int balance = AMOUNT - row * 7 % STEPS;
      outstanding += balance;
      details
          .append("D,L%08d,H%08d,".formatted(row, row))
          .append(COUNTIES.get(row % COUNTIES.size()))
          .append(",2024-%02d-%02d,2026-12-01,".formatted(row % 5 + 1, row % 28 + 1))
          .append(AMOUNT)
          .append(",3.45,")
          .append(balance)
          .append(".00,0.00,,正常\n");
    }
    String header = "H,%s,2024-06-07,1,%d,%d.00,0.00%n".formatted(BANK, rows, outstanding);
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return new LoanFeed(header + details, header.getBytes(UTF_8).length, rows, outstanding, keys);
  }

  /** The feed as it is sent, UTF-8. */
  byte[] bytes() {
    return text.getBytes(UTF_8);
  }

  String publicKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  String signature() throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update(bytes());
    return Base64.getEncoder().encodeToString(signature.sign());
  }
}
