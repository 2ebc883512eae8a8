package io.countypulse.bankkit;

import io.countypulse.bankkit.FeedFile.Form;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The bank kit: makes a key pair, makes, checks, signs and sends a feed, verifies a receipt. Ends
 * with 0 when all is well, 1 when the feed is refused, held or has rows that are refused, 2 when
 * the command cannot be carried out.
 */
public final class BankKit {

  /** Where the client's secret is looked for, so that it stands on no command line. */
  static final String SECRET = "BANK_KIT_SECRET";

  private static final String USAGE =
      """
      ./pulse bank-kit keygen DIR                     生成密钥对 a key pair: private.pem, public.txt
      ./pulse bank-kit make   OUT --bank B --date D --sequence N [--loans loans.csv] [--county C]
                              [--form csv|gb18030|jsonl] [--gzip]
                                                      生成报文 a feed, of a table of loans or a sample
      ./pulse bank-kit check  FEED [--units units.csv] [--key public.txt] [--today D]
                                                      离线检查 the checks of the service, offline
      ./pulse bank-kit sign   FEED --key private.pem  签名 writes FEED.sig
      ./pulse bank-kit send   FEED --to URL --client ID [--receipt-key FILE]
                                                      报送 sends FEED with FEED.sig; secret in BANK_KIT_SECRET
      ./pulse bank-kit verify RECEIPT --key FILE      核验回执 is the receipt the service's?
      """;

  private final PrintStream out;
  private final Clock clock;
  private final Map<String, String> environment;

  BankKit(PrintStream out, Clock clock, Map<String, String> environment) {
    this.out = out;
    this.clock = clock;
    this.environment = Map.copyOf(environment);
  }

  /** Carries out one command. */
  public static void main(String[] words) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    System.exit(new BankKit(out, clock, System.getenv()).run(List.of(words)));
  }

  int run(List<String> words) throws InterruptedException {
    try {
      return words.isEmpty() ? usage() : run(words.getFirst(), words.subList(1, words.size()));
    } catch (Complaint complaint) {
      out.println(complaint.getMessage());
    } catch (IOException failed) {
      out.println("读写或网络失败 input or network failed: " + failed);
    }
    return 2;
  }

  private int run(String command, List<String> rest) throws IOException, InterruptedException {
    return switch (command) {
      case "keygen" -> keygen(Options.of(rest, Set.of()));
      case "make" ->
          make(
              Options.of(
                  rest,
                  Set.of(
                      "--bank",
                      "--date",
                      "--sequence",
                      "--loans",
                      "--county",
                      "--form",
                      "--gzip")));
      case "check" -> check(Options.of(rest, Set.of("--units", "--key", "--today")));
      case "sign" -> sign(Options.of(rest, Set.of("--key")));
      case "send" -> send(Options.of(rest, Set.of("--to", "--client", "--receipt-key")));
      case "verify" -> verify(Options.of(rest, Set.of("--key")));
      default -> usage();
    };
  }

  private int usage() {
    out.print(USAGE);
    return 2;
  }

  private int keygen(Options options) throws IOException {
    Path directory = target(options);
    Keys.generate(directory);
    out.println(
        "已生成 written: %s, %s"
            .formatted(directory.resolve(Keys.PRIVATE), directory.resolve(Keys.PUBLIC)));
    out.println(
        "私钥请妥善保管，公钥交市级部门登记 keep the private key, have the public one registered: "
            + Files.readString(directory.resolve(Keys.PUBLIC)).strip());
    return 0;
  }

  private int make(Options options) throws IOException {
    LocalDate day = options.date("--date");
    Optional<Path> table = options.existingFile("--loans");
    List<List<String>> loans =
        table.isPresent()
            ? LoansFile.read(table.get())
            : LoansFile.sample(day, options.find("--county").orElse("示例县"));
    FeedFile feed =
        new FeedFile(options.get("--bank"), day, number(options.get("--sequence")), loans);
    Path file = target(options);
    Files.write(file, feed.bytes(form(options), options.has("--gzip")));
    out.println("已生成 written: %s, %,d 笔贷款 loans".formatted(file, loans.size()));
    return 0;
  }

  private int check(Options options) throws IOException {
    LocalDate today =
        options.find("--today").isPresent() ? options.date("--today") : LocalDate.now(clock);
    return new Checking(out)
        .check(
            options.file(), options.existingFile("--units"), options.existingFile("--key"), today);
  }

  private int sign(Options options) throws IOException {
    Path feed = options.file();
    Path signature = signatureOf(feed);
    Files.writeString(signature, Keys.sign(feed, Options.existing(options.get("--key"))) + "\n");
    out.println("已签名 signed: " + signature);
    return 0;
  }

  private int send(Options options) throws IOException, InterruptedException {
    Path feed = options.file();
    String signature = Files.readString(Options.existing(signatureOf(feed).toString())).strip();
    String secret = environment.getOrDefault(SECRET, "");
    if (secret.isEmpty()) {
      throw new Complaint(
          "请把客户端密钥放在环境变量 " + SECRET + " 中。",
          "Put the client's secret into the variable " + SECRET + ".");
    }
    Service service =
        Service.signIn(URI.create(options.get("--to")), options.get("--client"), secret);
    Receipt receipt = service.send(feed, signature);
    Path kept = feed.resolveSibling(feed.getFileName() + ".receipt.json");
    Files.writeString(kept, receipt.text() + "\n");
    Optional<Path> pinned = options.existingFile("--receipt-key");
    PublicKey key =
        pinned.isPresent() ? Keys.publicKey(Files.readString(pinned.get())) : service.receiptKey();
    new ReceiptPrint(out).print(receipt, kept);
    return verdict(receipt, key);
  }

  private int verify(Options options) throws IOException {
    Receipt receipt = Receipt.read(Files.readString(options.file()));
    PublicKey key = Keys.publicKey(Files.readString(Options.existing(options.get("--key"))));
    return verdict(receipt, key);
  }

  private int verdict(Receipt receipt, PublicKey key) {
    if (!receipt.isSignedBy(key)) {
      out.println("回执签名不符，请勿采信 the receipt's signature is wrong: do not rely on it");
      return 1;
    }
    out.println("回执签名有效 the receipt's signature is good");
    return receipt.isTaken() && receipt.refusedRows() == 0 ? 0 : 1;
  }

  private static Path signatureOf(Path feed) {
    return feed.resolveSibling(feed.getFileName() + ".sig");
  }

  /** What the command writes. */
  private static Path target(Options options) {
    if (options.files().size() != 1) {
      throw new Complaint("请给出写到哪里。", "Say where to write.");
    }
    return Path.of(options.files().getFirst());
  }

  private static long number(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw new Complaint("序号应为整数：" + text + "。", "Not a whole number: " + text + ".");
    }
    return Long.parseLong(text);
  }

  private static Form form(Options options) {
    String name = options.find("--form").orElse("csv");
    try {
      return Form.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new Complaint(
          "格式应为 csv、gb18030 或 jsonl：" + name + "。",
          "The form is csv, gb18030 or jsonl, not " + name + ".");
    }
  }
}
