package io.countypulse.credit.feed;

import static io.countypulse.credit.Feed.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Department.Answer;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a bank is answered, can prove and can ask again. */
class ReceiptTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final Department department = Department.shared().reset();
  private final TestBank bank = department.bank("HMNS");

  @Test
  void aReceiptIsSignedByTheService() throws Exception {
    Answer answer = department.send(bank, Feed.of(bank, "2024-06-07", 1, loan("J1", "48000")));
    JsonNode key = department.read("/api/credit/receipt-key", Department.lead());
    TreeMap<?, ?> receipt = JSON.treeToValue(answer.receipt(), TreeMap.class);
    Object signature = receipt.remove("signature");
    assertThat(receipt.remove("keyId")).isEqualTo(key.at("/keyId").asString());
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    Base64.getDecoder().decode(key.at("/publicKey").asString()))));
    check.update(JSON.writeValueAsString(receipt).getBytes(StandardCharsets.UTF_8));
    assertThat(check.verify(Base64.getDecoder().decode(String.valueOf(signature)))).isTrue();
  }

  @Test
  void aCorrectionTellsWhatItChanged() {
    department.send(bank, Feed.of(bank, "2024-06-07", 1, loan("J1", "48000"), loan("J2", "50000")));
    Answer correction =
        department.send(
            bank, Feed.of(bank, "2024-06-07", 2, loan("J1", "47000"), loan("J3", "10000")));
    assertThat(correction.state()).isEqualTo("ACCEPTED");
    assertThat(correction.receipt().has("corrects")).isTrue();
    JsonNode differences = correction.receipt().at("/differences");
    assertThat(differences.at("/added").asInt()).isEqualTo(1);
    assertThat(differences.at("/changed").asInt()).isEqualTo(1);
    assertThat(differences.at("/removed").asInt()).isEqualTo(1);
    assertThat(differences.at("/outstanding/before").asString()).isEqualTo("98000.00");
    assertThat(differences.at("/outstanding/after").asString()).isEqualTo("57000.00");
    Answer stale = department.send(bank, Feed.of(bank, "2024-06-07", 2, loan("J1", "1")));
    assertThat(stale.codes()).containsExactly("SEQUENCE_NOT_HIGHER");
  }

  @Test
  void oddLoansAreFlaggedNotDropped() {
    Answer answer =
        department.send(
            bank,
            Feed.of(
                bank,
                "2024-06-07",
                9,
                Feed.loan(
                    "J1", "H1", "某县", "2024-02-03", "2027-02-03", "50000", "50000", "0", "正常"),
                Feed.loan("J2", "H1", "东川区", "2024-02-04", "2027-02-05", "50000", "1", "0", "正常")));
    assertThat(answer.flags())
        .containsEntry("UNKNOWN_COUNTY", 1)
        .containsEntry("TERM_TOO_LONG", 1)
        .containsEntry("HOUSEHOLD_NOT_COVERED", 2)
        .containsEntry("OVER_CAP", 1);
    assertThat(flagged("OVER_CAP")).containsExactly("HMNS|J2");
    department
        .database()
        .sql("insert into covered_household values ('H1', 'LIFTED', '2024-01-01', 1)")
        .update();
    department.send(
        department
            .request("/api/credit/households/H1/approval", Department.lead())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "approve-H1")
            .PUT(BodyPublishers.ofString("{\"approvedOn\":\"2024-06-01\",\"note\":\"已审批\"}"))
            .build());
    assertThat(flagged("OVER_CAP")).isEmpty();
    assertThat(flagged("HOUSEHOLD_NOT_COVERED")).isEmpty();
    assertThat(flagged("TERM_TOO_LONG")).containsExactly("HMNS|J2");
    assertThat(flagged("UNKNOWN_COUNTY")).containsExactly("HMNS|J1");
  }

  @Test
  void aBankSeesItsOwnAndNoOthers() {
    TestBank other = department.bank("JSCZ");
    Answer answer = department.send(bank, Feed.of(bank, "2024-06-07", 1, loan("J1", "48000")));
    String stranger = TestTokens.shared().bankToken(other.code());
    assertThat(department.get("/api/credit/feeds/" + answer.id(), stranger).statusCode())
        .isEqualTo(404);
    assertThat(department.read("/api/credit/feeds", stranger).at("/items")).isEmpty();
    assertThat(department.read("/api/credit/loans", stranger).at("/count").asInt()).isZero();
    String own = TestTokens.shared().bankToken(bank.code());
    assertThat(department.read("/api/credit/loans", own).at("/count").asInt()).isEqualTo(1);
    assertThat(department.read("/api/credit/loans/HMNS%7CJ1", own).at("/movements").size())
        .isEqualTo(2);
    assertThat(department.get("/api/credit/figures", own).statusCode()).isEqualTo(403);
    assertThat(
            department.read("/api/credit/loans", Department.clerk("530102")).at("/count").asInt())
        .isZero();
  }

  private List<String> flagged(String flag) {
    return department
        .read("/api/credit/loans?flag=" + flag, Department.lead())
        .at("/items")
        .valueStream()
        .map(loan -> loan.at("/loanId").asString())
        .toList();
  }
}
