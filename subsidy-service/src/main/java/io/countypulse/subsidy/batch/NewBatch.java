package io.countypulse.subsidy.batch;

import io.countypulse.platform.units.UnitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which approved cases to pay.
 *
 * @param county null for all the caller is responsible for
 * @param period the year or school year
 * @param term of a grant that is paid by term (上学期, 下学期): half the amount
 * @param ids these cases only
 */
record NewBatch(
    @Nullable String programme,
    @Nullable UnitCode county,
    @Nullable Integer period,
    @Nullable String term,
    @Nullable List<String> ids) {

  static final List<String> TERMS = List.of("上学期", "下学期");

  NewBatch {
    ids = ids == null ? null : List.copyOf(ids);
  }
}
