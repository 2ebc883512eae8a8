package io.countypulse.platform.idempotency;

import org.springframework.http.HttpHeaders;

/** The request took effect before; this is what was answered then. */
final class AnsweredBefore extends RuntimeException {

  private final int status;
  private final transient HttpHeaders headers;
  private final String body;

  AnsweredBefore(int status, HttpHeaders headers, String body) {
    super("this request was answered before", null, false, false);
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  int status() {
    return status;
  }

  HttpHeaders headers() {
    return headers;
  }

  String body() {
    return body;
  }
}
