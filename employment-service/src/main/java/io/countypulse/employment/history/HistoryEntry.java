package io.countypulse.employment.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a record.
 *
 * @param version of the record after it
 * @param action {@code IMPORTED}, {@code CREATED}, {@code EDITED}, {@code SPELL_STARTED} …
 * @param by who made it; with two persons, who asked for it
 * @param approvedBy the second person, where there was one
 * @param fileName of an import
 */
public record HistoryEntry(
    long version,
    Instant recordedAt,
    LocalDate businessDate,
    String action,
    String by,
    @Nullable String approvedBy,
    @Nullable String reason,
    @Nullable UUID importId,
    @Nullable String fileName,
    List<FieldChange> changes) {

  /**
   * What a field said before and says now; of a list only the elements that went and came.
   *
   * @param field name in the record's API
   * @param before null where there was nothing
   */
  public record FieldChange(
      String field,
      @JsonProperty("old") @Nullable Object before,
      @JsonProperty("new") @Nullable Object after) {}

  public HistoryEntry {
    changes = List.copyOf(changes);
  }
}
