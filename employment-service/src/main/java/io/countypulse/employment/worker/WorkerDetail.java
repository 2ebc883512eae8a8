package io.countypulse.employment.worker;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.countypulse.employment.vocabulary.Post;
import io.countypulse.employment.vocabulary.Sector;
import io.countypulse.employment.vocabulary.WorkArea;
import io.countypulse.platform.units.UnitCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a worker, personal data masked.
 *
 * @param residence the first county for all the past, each later one from its day
 * @param spells in the order that decides
 * @param version of the last change, as the event of that change carries it
 * @param importedFrom the import that made that change; null for one made by hand
 * @param mergedInto the record that goes on, where this one was given up as a duplicate
 */
public record WorkerDetail(
    @JsonUnwrapped WorkerItem worker,
    @Nullable Boolean wishToWork,
    List<Residence> residence,
    List<WorkedSpell> spells,
    long version,
    @Nullable UUID importedFrom,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mergedInto) {

  /** A county of residence; from null for all the past. */
  public record Residence(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate from, UnitCode county) {}

  /**
   * A spell with its workplace.
   *
   * @param monthlyWage yuan, two decimals
   */
  public record WorkedSpell(
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable WorkArea area,
      @Nullable String province,
      @Nullable Post post,
      @Nullable String employer,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthlyWage,
      @Nullable Sector sector) {

    static WorkedSpell of(Spell spell, Workplace workplace) {
      return new WorkedSpell(
          spell.start(),
          spell.end(),
          spell.area(),
          spell.province(),
          spell.post(),
          workplace.employer(),
          workplace.monthlyWage(),
          workplace.sector());
    }
  }

  public WorkerDetail {
    residence = List.copyOf(residence);
    spells = List.copyOf(spells);
  }
}
