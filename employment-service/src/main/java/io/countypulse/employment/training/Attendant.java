package io.countypulse.employment.training;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who attended, personal data masked.
 *
 * @param registered whether the person stands in the register, in a county the caller may see
 */
record Attendant(
    String personId,
    @Nullable String householdId,
    String maskedName,
    String maskedIdentityNumber,
    boolean registered) {}
