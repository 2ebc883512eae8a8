package io.countypulse.reporting.bulletin;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a bulletin is written from; the same material gives the same bytes.
 *
 * @param city name of the city
 * @param last the bulletin issued before, to compare with
 * @param corrected the bulletin that is corrected
 */
record Material(
    String city,
    FigureSet figures,
    List<Ranked> ranking,
    @Nullable Earlier last,
    @Nullable Earlier corrected) {
  Material {
    ranking = List.copyOf(ranking);
  }

  /**
   * An issued bulletin as another one speaks of it.
   *
   * @param mark its document number, 〔2024〕3号
   */
  record Earlier(String mark, LocalDate asOf, FigureSet figures) {}
}
