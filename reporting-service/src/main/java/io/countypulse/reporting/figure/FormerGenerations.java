package io.countypulse.reporting.figure;

import io.countypulse.reporting.ReportingSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Forgets the cells of generations before, once this one serves. One that is built beside this one
 * is later, and kept.
 */
@Component
final class FormerGenerations {

  private final ReadModel model;
  private final boolean serves;

  FormerGenerations(ReadModel model, ReportingSettings settings) {
    this.model = model;
    this.serves = settings.serves();
  }

  @EventListener(ApplicationReadyEvent.class)
  void forget() {
    if (serves) {
      model.forgetFormer();
    }
  }
}
