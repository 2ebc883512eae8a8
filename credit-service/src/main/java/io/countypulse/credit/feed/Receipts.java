package io.countypulse.credit.feed;

import io.countypulse.credit.feed.FeedResult.Accepted;
import io.countypulse.credit.feed.FeedResult.Held;
import io.countypulse.credit.feed.FeedResult.Refused;
import io.countypulse.credit.feed.FeedResult.Rows;
import io.countypulse.credit.feed.FeedResult.Unchanged;
import io.countypulse.credit.feed.FeedStore.Queued;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Receipts: what a bank is answered, the same whenever it asks again.
 *
 * <p>The signature is over the canonical form: the receipt without {@code keyId} and {@code
 * signature}, members sorted by name, no white space, UTF-8.
 */
@Repository
class Receipts {

  private static final int MOST_REFUSALS = 200;

  private final JdbcClient jdbc;
  private final ReceiptKey key;
  private final Audit audit;
  private final JsonMapper json;

  Receipts(JdbcClient jdbc, ReceiptKey key, Audit audit, JsonMapper json) {
    this.jdbc = jdbc;
    this.key = key;
    this.audit = audit;
    this.json = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  }

  /** A receipt and whose it is. */
  record Receipt(
      UUID id, @Nullable String claimedBank, @Nullable String bank, String status, JsonNode body) {

    /** The feed whose content this one repeats. */
    Optional<UUID> sameAs() {
      return body.path("sameAs").asStringOpt().map(UUID::fromString);
    }
  }

  /** Writes what became of a feed, in the transaction that did it. */
  void write(Queued feed, FeedResult result) {
    Map<String, Object> receipt = new TreeMap<>();
    receipt.put("id", feed.id());
    receipt.put("receivedAt", feed.receivedAt().toString());
    receipt.put("sha256", feed.sha256());
    String status =
        switch (result) {
          case Accepted accepted -> accepted(receipt, feed, accepted);
          case Unchanged unchanged -> unchanged(receipt, unchanged);
          case Held held -> held(receipt, held);
          case Refused refused -> refused(receipt, feed, refused);
        };
    receipt.put("status", status);
    finish(feed, status, receipt, result);
    audit(feed, status, receipt);
  }

  /** The receipt of a feed that was answered. */
  Optional<Receipt> find(UUID id) {
    return jdbc.sql(
            """
            select id, claimed_bank, bank, status, receipt, receipt_signature, receipt_key_id from feed
            where id = ? and receipt is not null
            """)
        .param(id)
        .query(
            (row, _) ->
                new Receipt(
                    id,
                    row.getString("claimed_bank"),
                    row.getString("bank"),
                    row.getString("status"),
                    signed(
                        row.getString("receipt"),
                        row.getString("receipt_key_id"),
                        row.getString("receipt_signature"))))
        .optional();
  }

  private String accepted(Map<String, Object> receipt, Queued feed, Accepted accepted) {
    header(receipt, accepted.header());
    receipt.put("fingerprint", accepted.fingerprint());
    receipt.put("rows", accepted.rows());
    receipt.put("totals", totals(accepted.totals()));
    receipt.put("flags", new TreeMap<>(accepted.flags()));
    receipt.put("refusals", refusals(feed.id()));
    put(receipt, "corrects", accepted.corrects());
    put(receipt, "differences", accepted.differences());
    put(receipt, "expectedSequence", accepted.expectedSequence());
    message(
        receipt,
        "已接收：变动 "
            + accepted.rows().applied()
            + " 条，未变 "
            + accepted.rows().unchanged()
            + " 条，退回 "
            + accepted.rows().refused()
            + " 条",
        "Accepted");
    return "ACCEPTED";
  }

  private static String unchanged(Map<String, Object> receipt, Unchanged unchanged) {
    header(receipt, unchanged.header());
    receipt.put("fingerprint", unchanged.fingerprint());
    receipt.put("rows", unchanged.rows());
    receipt.put("sameAs", unchanged.sameAs());
    receipt.put("refusals", List.of());
    receipt.put("flags", Map.of());
    message(
        receipt, "内容与先前接收的报文相同，未作任何更改", "The same content was received before; nothing changed");
    return "UNCHANGED";
  }

  private static String refused(Map<String, Object> receipt, Queued feed, Refused refused) {
    if (refused.header() != null) {
      header(receipt, refused.header());
    } else if (feed.claimedBank() != null) {
      receipt.put("bank", feed.claimedBank());
    }
    receipt.put("rows", new Rows(refused.rows(), 0, 0, refused.rows()));
    receipt.put("flags", Map.of());
    receipt.put("refusals", told(refused.refusals()));
    message(receipt, "整份退回，未作任何更改", "Refused as a whole; nothing was applied");
    return "REFUSED";
  }

  private static String held(Map<String, Object> receipt, Held held) {
    header(receipt, held.header());
    receipt.put("fingerprint", held.fingerprint());
    receipt.put("rows", Rows.NONE);
    receipt.put("flags", Map.of());
    receipt.put("refusals", told(List.of(held.doubt())));
    message(receipt, "暂缓入账，待信贷主管确认，未作任何更改", "Held until a person confirms it; nothing was changed");
    return "HELD";
  }

  private static List<Map<String, Object>> told(List<Refusal> refusals) {
    return refusals.stream()
        .map(
            refusal ->
                Map.<String, Object>of(
                    "line", refusal.line(),
                    "field", refusal.fault().field(),
                    "code", refusal.fault().code(),
                    "message", refusal.fault().message(),
                    "messageEn", refusal.fault().messageEn(),
                    "maskedValue", refusal.fault().maskedValue()))
        .<Map<String, Object>>map(TreeMap::new)
        .toList();
  }

  private static void header(Map<String, Object> receipt, FeedHeader header) {
    receipt.put("bank", header.bank());
    receipt.put("businessDate", header.businessDate().toString());
    receipt.put("sequence", header.sequence());
    receipt.put("supplement", header.supplement());
  }

  private static Map<String, String> totals(FeedResult.Totals totals) {
    return new TreeMap<>(
        Map.of(
            "outstanding", Amounts.yuan(totals.outstandingFen()).toPlainString(),
            "overdue", Amounts.yuan(totals.overdueFen()).toPlainString()));
  }

  private static void message(Map<String, Object> receipt, String message, String messageEn) {
    receipt.put("message", message);
    receipt.put("messageEn", messageEn);
  }

  private static void put(Map<String, Object> receipt, String name, @Nullable Object value) {
    if (value != null) {
      receipt.put(name, value);
    }
  }

  /** The first of them; all are in the file of refused rows. */
  private List<Map<String, Object>> refusals(UUID feed) {
    return jdbc
        .sql(
            """
            select line, field, code, message, message_en as "messageEn", masked_value as "maskedValue"
            from feed_refusal where feed_id = ? order by line, field limit ?
            """)
        .param(feed)
        .param(MOST_REFUSALS)
        .query()
        .listOfRows()
        .stream()
        .map(row -> (Map<String, Object>) new TreeMap<>(row))
        .toList();
  }

  private void finish(Queued feed, String status, Map<String, Object> receipt, FeedResult result) {
    String canonical = canonical(receipt);
    Rows rows = (Rows) receipt.getOrDefault("rows", Rows.NONE);
    @Nullable FeedHeader header = header(result);
    jdbc.sql(
            """
            update feed set status = :status, finished_at = clock_timestamp(), receipt = :receipt,
              receipt_signature = :signature, receipt_key_id = :key, business_date = :day, sequence = :sequence,
              supplement = :supplement, fingerprint = :fingerprint, bank = coalesce(:bank, bank),
              total = :total, applied = :applied, unchanged = :unchanged, refused = :refused
            where id = :id and status = 'QUEUED'
            """)
        .param("status", status)
        .param("receipt", canonical)
        .param("signature", key.sign(canonical))
        .param("key", key.current().keyId())
        .param("day", header == null ? null : header.businessDate())
        .param("sequence", header == null ? null : header.sequence())
        .param("supplement", header != null && header.supplement())
        .param("fingerprint", receipt.get("fingerprint"))
        .param("bank", header == null ? null : header.bank())
        .param("total", rows.total())
        .param("applied", rows.applied())
        .param("unchanged", rows.unchanged())
        .param("refused", rows.refused())
        .param("id", feed.id())
        .update();
  }

  private static @Nullable FeedHeader header(FeedResult result) {
    return switch (result) {
      case Accepted accepted -> accepted.header();
      case Unchanged unchanged -> unchanged.header();
      case Held held -> held.header();
      case Refused refused -> refused.header();
    };
  }

  private void audit(Queued feed, String status, Map<String, Object> receipt) {
    Map<String, Object> detail = new HashMap<>();
    for (String name : List.of("bank", "businessDate", "sequence", "sha256", "rows")) {
      put(detail, name, receipt.get(name));
    }
    detail.put("door", feed.door());
    if (!status.equals("ACCEPTED") && receipt.get("refusals") instanceof List<?> refusals) {
      detail.put(
          "codes",
          refusals.stream().map(each -> ((Map<?, ?>) each).get("code")).distinct().toList());
    }
    audit.record(
        new AuditEntry(feed.sender(), "FEED_" + status, "feed:" + feed.id(), null, detail));
  }

  private String canonical(Map<String, Object> receipt) {
    return json.writeValueAsString(json.treeToValue(json.valueToTree(receipt), TreeMap.class));
  }

  private JsonNode signed(String canonical, String keyId, String signature) {
    ObjectNode body = (ObjectNode) json.readTree(canonical);
    return body.put("keyId", keyId).put("signature", signature);
  }
}
