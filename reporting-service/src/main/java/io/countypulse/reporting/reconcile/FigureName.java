package io.countypulse.reporting.reconcile;

/** Which figure: a unit's code and an indicator's. */
record FigureName(String county, String indicator) {}
