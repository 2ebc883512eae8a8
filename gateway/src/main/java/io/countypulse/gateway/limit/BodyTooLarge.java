package io.countypulse.gateway.limit;

import io.countypulse.platform.web.Problem;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A body turned out longer than allowed while it was read. */
public final class BodyTooLarge extends IOException {

  private final DataSize limit;

  BodyTooLarge(DataSize limit) {
    super("body exceeds " + limit);
    this.limit = limit;
  }

  /** {@code 413}, with the limit in words. */
  public Problem problem() {
    return problem(limit);
  }

  static Problem problem(DataSize limit) {
    String size =
        limit.toMegabytes() > 0 ? limit.toMegabytes() + " MB" : limit.toKilobytes() + " KB";
    return Problem.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "TOO_LARGE",
        "内容过大",
        "提交的内容超过 " + size + "，请拆分后再上传。",
        "The body exceeds " + size + "; please split it.");
  }
}
