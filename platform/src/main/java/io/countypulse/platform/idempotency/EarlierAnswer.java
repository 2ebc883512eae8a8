package io.countypulse.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Gives an answer again, byte for byte. */
@RestControllerAdvice
@Order(0)
final class EarlierAnswer {

  @ExceptionHandler
  ResponseEntity<byte[]> again(AnsweredBefore answer) {
    return ResponseEntity.status(answer.status())
        .headers(answer.headers())
        .contentType(MediaType.APPLICATION_JSON)
        .body(answer.body().getBytes(UTF_8));
  }
}
