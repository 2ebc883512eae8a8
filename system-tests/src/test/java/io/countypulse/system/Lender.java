package io.countypulse.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A bank's own program: a full position of a day, with what happened since the one before. */
final class Lender {

  private static final List<String> COUNTIES = List.of("东川区", "寻甸县", "禄劝县", "安宁市", "无名县");

  private final String code;
  private final Path folder;
  private final Random random;
  private final KeyPair keys = newKeys();
  private final Map<String, Loan> loans = new TreeMap<>();
  private long sequence;

  /**
   * @param folder where its feeds are written
   */
  Lender(String code, Path folder, Random random) {
    this.code = code;
    this.folder = folder;
    this.random = random;
  }

  /** In whole yuan. */
  private record Loan(
      String household,
      String county,
      LocalDate issued,
      LocalDate due,
      int amount,
      int balance,
      int overdue,
      String status) {

    Loan movedTo(String other) {
      return new Loan(household, other, issued, due, amount, balance, overdue, status);
    }

    Loan owing(int newBalance, int newOverdue, String newStatus) {
      return new Loan(household, county, issued, due, amount, newBalance, newOverdue, newStatus);
    }

    Loan extended() {
      return new Loan(household, county, issued, due.plusMonths(3), amount, balance, 0, "展期");
    }

    String row(String number) {
      return "D,%s,%s,%s,%s,%s,%d.00,3.45,%d.00,%d.00,,%s"
          .formatted(number, household, county, issued, due, amount, balance, overdue, status);
    }
  }

  String code() {
    return code;
  }

  /** As the bank registry wants it. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  String sign(byte[] feed) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(feed);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Lends anew, some of it in the year before, to be repaid this year or the next. */
  void lend(int count, LocalDate today) {
    for (int number = 0; number < count; number++) {
      int place = loans.size();
      LocalDate issued = today.minusDays(random.nextInt(400));
      int amount = 1_000 * (1 + random.nextInt(50));
      loans.put(
          "%s-%06d".formatted(code, place),
          new Loan(
              "H" + code + place,
              COUNTIES.get(random.nextInt(COUNTIES.size())),
              issued,
              issued.plusDays(200 + random.nextInt(500)),
              amount,
              amount,
              0,
              "正常"));
    }
  }

  /** The position of a day; one of a day told before corrects it. */
  Path feed(LocalDate day) throws IOException {
    loans.replaceAll((_, loan) -> random.nextInt(5) == 0 ? changed(loan) : loan);
    List<String> rows = new ArrayList<>();
    long outstanding = 0;
    long overdue = 0;
    for (Map.Entry<String, Loan> each : loans.entrySet()) {
      Loan loan = each.getValue();
      if (!loan.issued().isAfter(day) && random.nextInt(100) > 0) {
        rows.add(loan.row(each.getKey()));
        outstanding += loan.balance();
        overdue += loan.overdue();
      }
    }
    sequence++;
    rows.addFirst(
        "H,%s,%s,%d,%d,%d.00,%d.00"
            .formatted(code, day, sequence, rows.size(), outstanding, overdue));
    return Files.write(folder.resolve("%s-%04d.csv".formatted(code, sequence)), rows);
  }

  private Loan changed(Loan loan) {
    int balance = loan.balance() - random.nextInt(loan.balance() / 4 + 1);
    return switch (random.nextInt(6)) {
      case 0 -> loan.movedTo(COUNTIES.get(random.nextInt(COUNTIES.size())));
      case 1 -> loan.owing(0, 0, "结清");
      case 2 -> loan.owing(balance, balance / 3, "逾期");
      case 3 -> loan.extended();
      default -> loan.owing(balance, 0, "正常");
    };
  }

  private static KeyPair newKeys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
