package io.countypulse.employment.entry;

import io.countypulse.employment.worker.SpellForm;
import io.countypulse.employment.worker.WorkerForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What comes with writes about a person. */
final class WorkerRequests {

  private WorkerRequests() {}

  /**
   * Somebody who was not on the register.
   *
   * @param reason needed where past spells change a closed month
   */
  record Creation(
      @Schema(example = "P530102000017") @Nullable String personId,
      @Schema(example = "H530102000005") @Nullable String householdId,
      @Schema(example = "530102") @Nullable String county,
      @Schema(example = "沙朗街道") @Nullable String township,
      @Schema(example = "大村") @Nullable String village,
      @Schema(example = "张三") @Nullable String name,
      @Schema(example = "530190197001010010") @Nullable String identityNumber,
      @Schema(example = "LIFTED") @Nullable String category,
      @Schema(example = "ORDINARY") @Nullable String labour,
      @Nullable Boolean wishToWork,
      @Nullable List<SpellForm> spells,
      @Schema(example = "外出务工时漏报") @Nullable String reason) {

    WorkerForm form() {
      return new WorkerForm(
          personId,
          householdId,
          county,
          township,
          village,
          name,
          identityNumber,
          category,
          labour,
          wishToWork,
          spells);
    }

    @Override
    public String toString() {
      return "Creation";
    }
  }

  /**
   * The person as it shall be. County and household stay: moving has a request of its own.
   *
   * @param name in full; absent where it stays as it is
   * @param identityNumber in full; absent where it stays as it is
   * @param spells the whole list
   * @param reason needed where a closed month changes
   */
  record Edit(
      @Schema(example = "沙朗街道") @Nullable String township,
      @Schema(example = "大村") @Nullable String village,
      @Nullable String name,
      @Nullable String identityNumber,
      @Schema(example = "LIFTED") @Nullable String category,
      @Schema(example = "SKILLED") @Nullable String labour,
      @Nullable Boolean wishToWork,
      @Nullable List<SpellForm> spells,
      @Schema(example = "合同显示 5 月 20 日已离职") @Nullable String reason) {

    WorkerForm of(WorkerForm known) {
      return new WorkerForm(
          known.personId(),
          known.householdId(),
          known.county(),
          township,
          village,
          blank(name) ? known.name() : name,
          blank(identityNumber) ? known.identityNumber() : identityNumber,
          category,
          labour,
          wishToWork,
          spells);
    }

    private static boolean blank(@Nullable String text) {
      return Objects.requireNonNullElse(text, "").isBlank();
    }

    @Override
    public String toString() {
      return "Edit";
    }
  }

  /**
   * A spell that began.
   *
   * @param reason needed where a closed month changes
   */
  record Start(
      @Schema(example = "2024-06-03") @Nullable String start,
      @Nullable String end,
      @Schema(example = "OUT_OF_PROVINCE") @Nullable String area,
      @Schema(example = "浙江省") @Nullable String province,
      @Schema(example = "义乌某服饰有限公司") @Nullable String employer,
      @Schema(example = "ORDINARY") @Nullable String post,
      @Schema(example = "4500.00") @Nullable String monthlyWage,
      @Schema(example = "MANUFACTURING") @Nullable String sector,
      @Nullable String reason) {

    SpellForm spell() {
      return new SpellForm(start, end, area, province, employer, post, monthlyWage, sector);
    }
  }

  /**
   * The end of a spell.
   *
   * @param end first day no longer in work; may lie in the future
   * @param reason needed where a closed month changes
   */
  record End(@Schema(example = "2024-06-08") @Nullable String end, @Nullable String reason) {}

  /**
   * A move to another household, from a day on.
   *
   * @param householdId where to; a household not yet known needs the county
   * @param county of a household not yet known
   * @param from first day there; the business date where absent
   */
  record Move(
      @Schema(example = "H530102000009") @Nullable String householdId,
      @Nullable String county,
      @Nullable String township,
      @Nullable String village,
      @Schema(example = "2024-06-01") @Nullable String from,
      @Nullable String reason) {}

  /**
   * The household the person belonged to all along.
   *
   * @param reason why what was on record is wrong
   */
  record Correction(
      @Schema(example = "H530102000009") @Nullable String householdId,
      @Nullable String county,
      @Nullable String township,
      @Nullable String village,
      @Schema(example = "建档时户编号录错") @Nullable String reason) {}

  /** A former version that shall hold again. */
  record Restoration(
      @Schema(example = "2") long version, @Schema(example = "误操作，恢复") @Nullable String reason) {}

  /**
   * The record that tells of the same person and is given up.
   *
   * @param version of that record, as it was seen
   */
  record Merge(
      @Schema(example = "P530102000018") String duplicate,
      @Schema(example = "1") long version,
      @Schema(example = "同一人重复建档") @Nullable String reason) {}
}
