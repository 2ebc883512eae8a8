package io.countypulse.reporting.bulletin;

import io.countypulse.reporting.bulletin.Page.Part;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Draws a page a while after the start and throws it away: the first PDF of a process costs several
 * times the second, for its classes and fonts, and nobody should wait for that.
 */
final class FirstPdf {

  private static final Page PAGE =
      new Page(
          LocalDate.EPOCH,
          "通报",
          "通报",
          null,
          "通报",
          "各县（市）区：",
          List.of(),
          List.of(new Part("一、", List.of(List.of(Inline.words("0.00%"))))),
          List.of(
              new Page.Grid(
                  "",
                  "",
                  "",
                  List.of("县"),
                  List.of(true),
                  List.of(new Page.Line(true, List.of(Inline.words("0")))))),
          "",
          null);

  private final Duration after;

  FirstPdf(Duration after) {
    this.after = after;
  }

  @EventListener(ApplicationReadyEvent.class)
  void draw() {
    Thread.ofPlatform().daemon().name("first-pdf").start(this::drawLater);
  }

  private void drawLater() {
    try {
      Thread.sleep(after);
      byte[] _ = PdfFile.write(PAGE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
