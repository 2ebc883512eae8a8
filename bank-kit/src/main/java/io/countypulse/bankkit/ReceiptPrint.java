package io.countypulse.bankkit;

import java.io.PrintStream;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Says what a receipt says. */
record ReceiptPrint(PrintStream out) {

  void print(Receipt receipt, Path kept) {
    JsonNode body = receipt.body();
    JsonNode rows = body.path("rows");
    out.printf("%s  %s%n", receipt.status(), text(body, "message"));
    out.printf("  %s%n", text(body, "messageEn"));
    out.printf(
        "  明细 rows %d：变动 applied %d，未变 unchanged %d，退回 refused %d%n",
        rows.path("total").asLong(),
        rows.path("applied").asLong(),
        rows.path("unchanged").asLong(),
        rows.path("refused").asLong());
    for (JsonNode refusal : body.path("refusals")) {
      new Finding(
              refusal.path("line").asInt(),
              text(refusal, "field"),
              text(refusal, "code"),
              text(refusal, "message"),
              text(refusal, "messageEn"),
              text(refusal, "maskedValue"))
          .print(out);
    }
    body.path("flags")
        .forEachEntry((flag, loans) -> out.printf("  标记 flag %s: %d%n", flag, loans.asInt()));
    out.printf("  回执 receipt: %s%n", kept);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
