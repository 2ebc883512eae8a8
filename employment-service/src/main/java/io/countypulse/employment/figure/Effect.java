package io.countypulse.employment.figure;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a change moves.
 *
 * @param before persons as a number, a rate as text; null where there is no value
 * @param text for people: {@code 嵩明县 完成率 86.78% → 86.83%}
 */
public record Effect(
    UnitCode county,
    String name,
    String indicator,
    LocalDate asOf,
    @Nullable Object before,
    @Nullable Object after,
    String text) {}
