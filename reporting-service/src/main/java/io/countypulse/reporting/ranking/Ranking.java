package io.countypulse.reporting.ranking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everybody's places as of a day.
 *
 * @param disciplines by programme, best first
 * @param overall over the programmes
 */
public record Ranking(
    LocalDate asOf, Map<Discipline, List<Standing>> disciplines, List<Standing> overall) {}
