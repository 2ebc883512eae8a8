package io.countypulse.employment.worker;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A spell as a clerk writes it down; every text is checked as a file's cell is.
 *
 * @param start first day in work
 * @param end first day no longer in work; null while it lasts
 * @param area 县内, 省内县外, 省外 or the constant's name
 * @param post 普通, 帮扶车间, 公益性岗位 or the constant's name
 * @param monthlyWage yuan
 * @param sector a section of GB/T 4754 or the constant's name
 */
public record SpellForm(
    @Schema(example = "2024-02-01") @Nullable String start,
    @Schema(example = "2024-09-15") @Nullable String end,
    @Schema(example = "OUT_OF_PROVINCE") @Nullable String area,
    @Schema(example = "浙江省") @Nullable String province,
    @Schema(example = "义乌某服饰有限公司") @Nullable String employer,
    @Schema(example = "ORDINARY") @Nullable String post,
    @Schema(example = "4500.00") @Nullable String monthlyWage,
    @Schema(example = "MANUFACTURING") @Nullable String sector) {

  /** The same spell with this end. */
  public SpellForm endingOn(String day) {
    return new SpellForm(start, day, area, province, employer, post, monthlyWage, sector);
  }
}
