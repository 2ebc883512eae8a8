package io.countypulse.platform.idempotency;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.web.Problem;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Runs a write in a transaction of its caller's scope, once for a key: the answer is kept for seven
 * days in the same transaction, and the same request is given it again. A write that is refused (by
 * an exception) changes nothing and leaves its key free.
 *
 * <pre>{@code
 * @PostMapping
 * ResponseEntity<WorkerDetail> create(Caller caller, WriteRequest request, @RequestBody NewWorker body) {
 *   return writes.once(caller, request, body, () -> created(workers.create(caller, body)));
 * }
 * }</pre>
 */
public final class IdempotentWrites {

  /** The header that carries the key: up to 100 visible ASCII characters. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[!-~]{1,100}");

  private final ScopedTransactions transactions;
  private final KeptAnswers answers;

  IdempotentWrites(ScopedTransactions transactions, KeptAnswers answers) {
    this.transactions = transactions;
    this.answers = answers;
  }

  /**
   * The answer of the work, or the one kept for this key.
   *
   * @param body what came with the request, as it was read; a record of plain values
   * @throws org.springframework.web.ErrorResponseException 400 {@code IDEMPOTENCY_KEY_MISSING} or
   *     {@code IDEMPOTENCY_KEY_INVALID}; 422 {@code IDEMPOTENCY_KEY_REUSED} for a key that came
   *     with another request
   */
  public <T> ResponseEntity<T> once(
      Caller caller, WriteRequest request, Object body, Supplier<ResponseEntity<T>> work) {
    String key = checked(request.key());
    return transactions.write(
        caller.scope(),
        () -> {
          KeptAnswers.Entry entry = answers.entry(caller, key, request.operation(), body);
          answers.replayOrReserve(entry);
          ResponseEntity<T> answer = work.get();
          answers.keep(entry, answer);
          return answer;
        });
  }

  /** What the work would answer; nothing of it stays, and no key is asked for. */
  public <T> T preview(Caller caller, Supplier<T> work) {
    return transactions.preview(caller.scope(), work);
  }

  private static String checked(@Nullable String key) {
    if (key == null || key.isBlank()) {
      throw Problem.of(
              HttpStatus.BAD_REQUEST,
              "IDEMPOTENCY_KEY_MISSING",
              "缺少幂等键",
              "写入请求必须带 Idempotency-Key 请求头（每次提交一个新值，重发时用原值）。",
              "A write carries the header Idempotency-Key: a new value for each, the same when sent"
                  + " again.")
          .at(HEADER)
          .toException();
    }
    if (!KEY.matcher(key).matches()) {
      throw Problem.of(
              HttpStatus.BAD_REQUEST,
              "IDEMPOTENCY_KEY_INVALID",
              "幂等键格式不对",
              "Idempotency-Key 应为 1 至 100 个可见的 ASCII 字符，不含空格。",
              "Idempotency-Key has 1 to 100 visible ASCII characters and no space.")
          .at(HEADER)
          .toException();
    }
    return key;
  }
}
