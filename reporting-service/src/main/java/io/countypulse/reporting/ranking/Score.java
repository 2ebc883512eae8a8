package io.countypulse.reporting.ranking;

import io.countypulse.platform.units.Unit;
import java.math.BigDecimal;

/**
 * What a unit is ranked by.
 *
 * @param small too small beside the city to be called in
 * @param reached whether it has done what is asked
 */
record Score(Unit unit, BigDecimal value, boolean small, boolean reached) {}
