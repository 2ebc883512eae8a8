package io.countypulse.employment.returning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.countypulse.employment.paging.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list, the longest without work first.
 *
 * @param states how many there are in each state, whichever was asked for; with the first page only
 */
record ReturnPage(
    @JsonUnwrapped Page<Return> page,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<Return.State, Long> states) {}
