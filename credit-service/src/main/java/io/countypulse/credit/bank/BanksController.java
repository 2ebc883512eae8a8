package io.countypulse.credit.bank;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/credit/banks")
class BanksController {

  private final Banks banks;
  private final Audit audit;
  private final TransactionOperations transaction;

  BanksController(Banks banks, Audit audit, TransactionOperations transaction) {
    this.banks = banks;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** A bank as it is told and registered. */
  record BankView(String code, String name, String publicKey, LocalTime expectedTime) {
    static BankView of(Bank bank) {
      return new BankView(bank.code(), bank.name(), bank.key().text(), bank.expectedTime());
    }
  }

  /** Several banks. */
  record BankList(List<BankView> items) {}

  /** What is registered of a bank. */
  record Registration(
      @Nullable String name, @Nullable String publicKey, @Nullable LocalTime expectedTime) {}

  @Operation(summary = "银行名录 · Banks that deliver feeds; a bank sees itself")
  @GetMapping
  BankList list(@Parameter(hidden = true) Caller caller) {
    boolean bank = caller.roles().equals(java.util.Set.of(Role.BANK));
    return new BankList(
        banks.all().stream()
            .filter(each -> !bank || each.code().equals(caller.bank()))
            .map(BankView::of)
            .toList());
  }

  @Operation(
      summary = "登记银行及其公钥 · Register a bank and its Ed25519 public key",
      description = "The same registration again changes nothing.")
  @PutMapping("/{code}")
  BankView put(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String code,
      @RequestBody Registration registration) {
    Bank bank = bank(code, registration);
    transaction.executeWithoutResult(
        _ -> {
          if (banks.put(bank)) {
            audit.record(
                new AuditEntry(
                    caller.actor(),
                    "BANK_REGISTERED",
                    "bank:" + code,
                    null,
                    Map.of("key", bank.key().text(), "name", bank.name())));
          }
        });
    return BankView.of(bank);
  }

  private Bank bank(String code, Registration told) {
    @Nullable Bank known = banks.find(code).orElse(null);
    String name = told.name() == null ? (known == null ? "" : known.name()) : told.name().strip();
    LocalTime expected =
        told.expectedTime() != null
            ? told.expectedTime()
            : known == null ? BanksFile.EXPECTED : known.expectedTime();
    if (name.isBlank() || name.length() > 100) {
      throw wrong("name", "NAME_MISSING", "请填写银行名称（不超过 100 字）", "A bank needs a name");
    }
    try {
      return new Bank(code, name, key(told.publicKey(), known), expected);
    } catch (IllegalArgumentException notACode) {
      throw wrong(
          "code",
          "BANK_CODE_MALFORMED",
          "银行代码最多 40 个字，只能由字母、数字和 - _ . / 组成",
          "At most 40 letters, digits and - _ . /");
    }
  }

  private static BankKey key(@Nullable String text, @Nullable Bank known) {
    if (text == null && known != null) {
      return known.key();
    }
    return BankKey.parse(text == null ? "" : text)
        .orElseThrow(
            () ->
                wrong(
                    "publicKey",
                    "PUBLIC_KEY_MALFORMED",
                    "公钥应为 Ed25519 公钥的 Base64（X.509 格式或 32 字节原文）",
                    "The key is base64 of an Ed25519 public key (X.509, or its 32 bytes)"));
  }

  private static RuntimeException wrong(String field, String code, String detail, String detailEn) {
    return Problem.of(HttpStatus.BAD_REQUEST, code, "登记内容有误", detail, detailEn)
        .at(field)
        .toException();
  }
}
