package io.countypulse.employment.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countypulse.employment.vocabulary.Post;
import io.countypulse.employment.vocabulary.WorkArea;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Time in work as others may know it (DOMAIN.md § 4): what events carry.
 *
 * @param start first day in work
 * @param end first day no longer in work; null while it is open, and may lie in the future
 * @param province full name of the province worked in
 */
record Spell(
    LocalDate start,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate end,
    @Nullable WorkArea area,
    @Nullable String province,
    @Nullable Post post) {

  Spell {
    if (end != null && end.isBefore(start)) {
      throw new IllegalArgumentException("a spell ends before it starts");
    }
  }
}
