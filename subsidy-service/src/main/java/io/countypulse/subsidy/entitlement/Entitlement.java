package io.countypulse.subsidy.entitlement;

import io.countypulse.subsidy.cases.CaseProgramme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody is entitled in a programme and year, from a day on that may lie ahead.
 *
 * @param period the calendar year
 */
record Entitlement(CaseProgramme programme, int period, LocalDate from) {

  private static final int MONTHS_AWAY = 3;

  /**
   * What spells in work entitle to, each year up to the last.
   *
   * <p>Transport: three months out of the province within the calendar year, once a year. Public
   * welfare: any day in a post. DOMAIN.md § 6.
   */
  static List<Entitlement> of(List<Spell> spells, int lastYear) {
    Map<Integer, LocalDate> away = new TreeMap<>();
    Map<Integer, LocalDate> post = new TreeMap<>();
    for (Spell spell : spells) {
      for (int year = spell.start().getYear(); year <= spell.lastYear(lastYear); year++) {
        LocalDate begun = spell.firstDayOf(year);
        switch (spell.kind()) {
          case OUT_OF_PROVINCE -> {
            LocalDate due = begun.plusMonths(MONTHS_AWAY);
            if (due.getYear() == year && spell.covers(due)) {
              away.merge(year, due, Entitlement::earlier);
            }
          }
          case PUBLIC_WELFARE -> post.merge(year, begun, Entitlement::earlier);
          case OTHER -> {}
        }
      }
    }
    List<Entitlement> found = new ArrayList<>();
    away.forEach((year, day) -> found.add(new Entitlement(CaseProgramme.TRANSPORT, year, day)));
    post.forEach(
        (year, day) -> found.add(new Entitlement(CaseProgramme.PUBLIC_WELFARE_POST, year, day)));
    return found;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
