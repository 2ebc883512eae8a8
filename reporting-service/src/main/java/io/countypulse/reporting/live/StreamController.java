package io.countypulse.reporting.live;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.reporting.figure.FigureQuery;
import io.countypulse.reporting.figure.Snapshots;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Frames as server-sent events, each stream on a virtual thread of its own. */
@RestController
class StreamController {

  private final Snapshots snapshots;
  private final FrameCache frames;
  private final Questions questions;
  private final Liveness liveness;
  private final OpenStreams open;

  StreamController(
      Snapshots snapshots,
      FrameCache frames,
      Questions questions,
      Liveness liveness,
      OpenStreams open) {
    this.snapshots = snapshots;
    this.frames = frames;
    this.questions = questions;
    this.liveness = liveness;
    this.open = open;
  }

  @GetMapping("/api/reporting/figures/stream")
  void stream(
      CountyScope scope,
      @AuthenticationPrincipal Jwt token,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable List<String> indicator,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Supplier<FigureQuery> question = questions.query(scope, asOf, county, indicator, null);
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    Instant end = Objects.requireNonNull(token.getExpiresAt());
    try (OpenStreams.Entry entry = open.enter()) {
      new FrameStream(response.getOutputStream(), snapshots, frames, liveness, question)
          .write(frame(lastEventId), () -> entry.closing() || liveness.now().isAfter(end));
    }
  }

  private static long frame(@Nullable String lastEventId) {
    return lastEventId != null && lastEventId.matches("\\d{1,18}")
        ? Long.parseLong(lastEventId)
        : 0;
  }
}
