package io.countypulse.credit.feed;

import io.countypulse.credit.feed.Delivery.Door;
import io.countypulse.credit.feed.FeedStore.Received;
import io.countypulse.credit.feed.Receipts.Receipt;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/credit")
class FeedsController {

  private static final Duration PATIENCE = Duration.ofSeconds(55);
  private static final Pattern WAIT = Pattern.compile("\\bwait=(\\d{1,4})\\b");
  private static final int LARGEST_PAGE = 200;
  private static final int LONGEST_SIGNATURE = 200;

  private final FeedStore store;
  private final FeedQueue queue;
  private final FeedList feeds;
  private final Receipts receipts;
  private final ReceiptKey key;
  private final RefusedRows refusedRows;

  FeedsController(
      FeedStore store,
      FeedQueue queue,
      FeedList feeds,
      Receipts receipts,
      ReceiptKey key,
      RefusedRows refusedRows) {
    this.store = store;
    this.queue = queue;
    this.feeds = feeds;
    this.receipts = receipts;
    this.key = key;
    this.refusedRows = refusedRows;
  }

  @Operation(
      summary = "报送银行日报 · Deliver a bank's position of a business day",
      description =
          "The body is the feed: CSV or JSON Lines, gzipped or not. Answers with the signed receipt:"
              + " 201 accepted, 200 unchanged, 422 refused; 202 when it is held for a person's word, or"
              + " takes longer: the receipt is then found at Location.")
  @PostMapping("/feeds")
  ResponseEntity<?> deliver(
      @Parameter(hidden = true) Caller caller,
      @RequestHeader(name = "X-Feed-Signature", defaultValue = "") String signature,
      @RequestHeader(name = "X-Feed-Name", defaultValue = "") String name,
      HttpServletRequest request)
      throws IOException, InterruptedException {
    String signed = signature.length() > LONGEST_SIGNATURE ? "" : signature;
    Delivery delivery =
        new Delivery(Door.HTTPS, claim(caller), FeedList.shown(name), signed, caller.actor());
    return switch (store.receive(delivery, request.getInputStream())) {
      case Received.TooLarge(long limit) -> tooLarge(limit);
      case Received.Stored(UUID id) -> {
        boolean answered = queue.await(id, PATIENCE);
        yield answered ? answer(id) : later(id);
      }
    };
  }

  @Operation(
      summary = "查看回执 · The receipt of a feed again",
      description =
          "202 while there is none; with Prefer: wait=N (RFC 7240) the answer waits up to N seconds.")
  @GetMapping("/feeds/{id}")
  ResponseEntity<?> receipt(
      @Parameter(hidden = true) Caller caller,
      @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
      @PathVariable UUID id)
      throws InterruptedException {
    Matcher wait = WAIT.matcher(prefer);
    if (wait.find() && feeds.waiting(id, claim(caller)).isPresent()) {
      queue.await(
          id, Duration.ofSeconds(Math.min(Long.parseLong(wait.group(1)), PATIENCE.toSeconds())));
    }
    return receipts
        .find(id)
        .filter(receipt -> mayRead(caller, receipt))
        .<ResponseEntity<?>>map(receipt -> ResponseEntity.ok(receipt.body()))
        .orElseGet(() -> waiting(caller, id));
  }

  @Operation(
      summary = "下载退回行 · The refused rows of a feed, in its layout, with the reason",
      description =
          "Corrected, signed and sent again alone they supplement the day's position: the first"
              + " record carries 补报.")
  @GetMapping("/feeds/{id}/refused")
  ResponseEntity<StreamingResponseBody> refused(
      @Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
    Receipt receipt =
        receipts
            .find(id)
            .filter(each -> mayRead(caller, each))
            .orElseThrow(() -> Problem.notFound().toException());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"refused-" + id + ".csv\"")
        .body(output -> refusedRows.write(receipt.sameAs().orElse(id), output));
  }

  @Operation(summary = "报文列表 · Feeds, newest first")
  @GetMapping("/feeds")
  FeedList.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String bank,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    @Nullable String own = claim(caller);
    return feeds.page(
        own == null ? bank : own, from, to, status, after, Math.clamp(limit, 1, LARGEST_PAGE));
  }

  @Operation(summary = "回执公钥 · The key receipts are signed with")
  @GetMapping("/receipt-key")
  ReceiptKey.Public receiptKey() {
    return key.current();
  }

  /** The bank a caller speaks for; a lead may send any bank's feed, whose signature proves it. */
  private static @Nullable String claim(Caller caller) {
    if (!caller.roles().contains(Role.BANK) || caller.roles().size() > 1) {
      return null;
    }
    String bank = caller.bank();
    return bank == null ? "" : bank;
  }

  private static boolean mayRead(Caller caller, Receipt receipt) {
    @Nullable String own = claim(caller);
    return own == null || own.equals(receipt.claimedBank()) || own.equals(receipt.bank());
  }

  private ResponseEntity<?> answer(UUID id) {
    Receipt receipt = receipts.find(id).orElseThrow();
    return switch (receipt.status()) {
      case "ACCEPTED" ->
          ResponseEntity.created(URI.create("/api/credit/feeds/" + id)).body(receipt.body());
      case "UNCHANGED" -> ResponseEntity.ok(receipt.body());
      case "HELD" ->
          ResponseEntity.accepted()
              .location(URI.create("/api/credit/feeds/" + id))
              .body(receipt.body());
      default -> {
        ProblemDetail problem =
            Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    receipt.body().at("/refusals/0/code").asString("FEED_REFUSED"),
                    "报文整份退回",
                    receipt.body().at("/refusals/0/message").asString(""),
                    receipt.body().at("/refusals/0/messageEn").asString(""))
                .toDetail();
        problem.setProperty("receipt", receipt.body());
        yield ResponseEntity.unprocessableContent()
            .location(URI.create("/api/credit/feeds/" + id))
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(problem);
      }
    };
  }

  private static ResponseEntity<?> later(UUID id) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/credit/feeds/" + id))
        .body(Map.of("id", id, "status", "QUEUED"));
  }

  private ResponseEntity<?> waiting(Caller caller, UUID id) {
    return feeds
        .waiting(id, claim(caller))
        .<ResponseEntity<?>>map(_ -> later(id))
        .orElseThrow(() -> Problem.notFound().toException());
  }

  private static ResponseEntity<?> tooLarge(long limit) {
    return Problem.of(
            HttpStatus.CONTENT_TOO_LARGE,
            "FEED_TOO_LARGE",
            "报文过大",
            "报文超过 " + (limit >> 20) + " MiB，请用 gzip 压缩后发送。",
            "The feed exceeds " + (limit >> 20) + " MiB: send it gzipped.")
        .toResponse();
  }
}
