package io.countypulse.bankkit;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the service answered to a feed. */
record Receipt(ObjectNode body) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /**
   * Reads a receipt, or the problem in which the receipt of a refused feed comes.
   *
   * @throws Complaint if it is neither
   */
  static Receipt read(String text) {
    try {
      JsonNode answer = JSON.readTree(text);
      JsonNode body = answer.path("receipt").isObject() ? answer.path("receipt") : answer;
      if (body instanceof ObjectNode receipt && receipt.has("status") && receipt.has("id")) {
        return new Receipt(receipt);
      }
    } catch (JacksonException malformed) {
      // Answered below.
    }
    throw new Complaint("不是回执。", "Not a receipt.");
  }

  String status() {
    return body.path("status").asString("");
  }

  /** Neither refused nor held, now or before. */
  boolean isTaken() {
    return status().equals("ACCEPTED") || status().equals("UNCHANGED");
  }

  int refusedRows() {
    return body.path("rows").path("refused").asInt(0);
  }

  /**
   * Whether the signature is the service's: over the receipt without {@code keyId} and {@code
   * signature}, members sorted by name, no white space, UTF-8.
   */
  boolean isSignedBy(PublicKey key) {
    return Keys.verify(
        canonical().getBytes(StandardCharsets.UTF_8), body.path("signature").asString(""), key);
  }

  String text() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body);
  }

  private String canonical() {
    ObjectNode signed = body.deepCopy();
    signed.remove("keyId");
    signed.remove("signature");
    return JSON.writeValueAsString(JSON.treeToValue(signed, TreeMap.class));
  }
}
