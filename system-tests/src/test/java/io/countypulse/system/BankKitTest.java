package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RunningCity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A bank learns to deliver with the kit alone (DOMAIN.md § 10). */
class BankKitTest {
  private static RunningCity city;
  private static PulseApi lead;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    city = RunningCity.emptyKunming();
    lead = city.signIn("credit-lead");
  }

  @AfterAll
  static void stop() {
    city.close();
  }

  @Test
  void itDeliversBreaksItsFeedAndUnderstandsEachAnswer() throws Exception {
    Kit kit = new Kit(folder, city);
    kit.run("keygen", "keys");
    String key = Files.readString(folder.resolve("keys/public.txt")).strip();
    assertThat(lead.put("/api/credit/banks/HMNS", "{\"publicKey\":\"" + key + "\"}").statusCode())
        .isEqualTo(200);
    kit.make("HMNS", "2024-06-10", 26);
    assertThat(kit.run("check", "feed")).contains("would be refused 0");
    assertThat(kit.send()).contains("ACCEPTED", "回执签名有效");
    assertThat(kit.send()).contains("UNCHANGED");
    kit.rewrite(text -> text.replace(",26,3,", ",27,4,"));
    assertThat(kit.send()).contains("REFUSED", "[COUNT_MISMATCH]", "实有 3 条");
    kit.make("HMNS", "2024-06-10", 27);
    kit.rewrite(text -> text.replace("结清", "已还清").replace("2025-06-10", "2025-02-30"));
    assertThat(kit.send())
        .contains("ACCEPTED", "[STATUS_UNKNOWN]", "[DATE_MALFORMED]", "退回 refused 2");
    kit.make("HMNS", "2024-06-10", 28);
    kit.rewrite(text -> text.substring(0, text.lastIndexOf(",,")));
    assertThat(kit.send()).contains("REFUSED", "[FEED_TRUNCATED]");
    kit.rewrite(_ -> "PK\u0003\u0004 a workbook");
    assertThat(kit.send()).contains("REFUSED", "[FEED_FORMAT_UNKNOWN]");
    kit.make("HMNS", "2024-06-10", 28);
    kit.rewrite(text -> text.replace("0000.00", ".00"));
    assertThat(kit.send()).contains("HELD", "[AMOUNTS_JUMPED]", "万元");
    kit.make("HMNS", "2024-06-10", 20);
    kit.rewrite(text -> text.replace("A0001", "A0009"));
    assertThat(kit.send()).contains("[SEQUENCE_NOT_HIGHER]");
    kit.make("HMNS", "2024-06-11", 28);
    assertThat(kit.send()).contains("[BUSINESS_DATE_IN_FUTURE]");
    kit.make("JSCZ", "2024-06-10", 26);
    assertThat(kit.send()).contains("[BANK_NOT_YOURS]");
    kit.make("HMNS", "2024-06-10", 29);
    kit.run("sign", "feed", "--key", "keys/private.pem");
    kit.rewrite(text -> text + "\n");
    assertThat(kit.sendAsSigned()).contains("[SIGNATURE_WRONG]");
  }

  /** The bank kit as a bank has it: a jar, a client and a key. */
  private record Kit(Path folder, RunningCity city) {

    void make(String bank, String day, int sequence) throws Exception {
      run(
          "make",
          "feed",
          "--bank",
          bank,
          "--date",
          day,
          "--sequence",
          Integer.toString(sequence),
          "--county",
          "东川区");
    }

    void rewrite(UnaryOperator<String> change) throws IOException {
      Path feed = folder.resolve("feed");
      Files.writeString(feed, change.apply(Files.readString(feed)));
    }

    String send() throws Exception {
      run("sign", "feed", "--key", "keys/private.pem");
      return sendAsSigned();
    }

    String sendAsSigned() throws Exception {
      return run(
          "send", "feed", "--to", city.accounts().get("baseUrl").asString(), "--client", "bank");
    }

    String run(String... words) throws Exception {
      Path jar = RunningCity.project().resolve("bank-kit/target/bank-kit-exec.jar");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+AutoCreateSharedArchive"));
      command.addAll(List.of("-XX:SharedArchiveFile=kit.jsa", "-jar", jar.toString()));
      command.addAll(List.of(words));
      ProcessBuilder kit =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
      kit.environment().put("BANK_KIT_SECRET", secret());
      Process process = kit.start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String secret() throws IOException {
      for (JsonNode client : city.accounts().get("clients")) {
        if (client.get("id").asString().equals("bank")) {
          return client.get("secret").asString();
        }
      }
      throw new IllegalStateException("no client of a bank");
    }
  }
}
