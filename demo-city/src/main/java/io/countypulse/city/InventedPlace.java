package io.countypulse.city;

import io.countypulse.city.lending.InventedLending;
import io.countypulse.city.people.Dice;
import io.countypulse.city.subsidy.Subsidies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A province or a nation of counties that do not exist: a few large, many small (DOMAIN.md § 12).
 */
final class InventedPlace {

  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final String ROOT = "900000";
  private static final String FIRST = "紫碧翠苍素朱玄皓墨霜霞霁筠岫芷菡蕙桐楠榆";
  private static final String SECOND = "溪岭浔原泽岚坪渚汀麓皋洲涧塘谷峰屿陂壑渊";
  private static final String THIRD = "东南西北上中下";

  private final Dice dice;
  private final String name;
  private final int counties;

  private InventedPlace(String name, int counties, long seed) {
    this.dice = new Dice(seed, name);
    this.name = name;
    this.counties = counties;
  }

  static Place of(Size size, long seed) {
    String name = size == Size.PROVINCE ? "云麓省" : "华原";
    InventedPlace place = new InventedPlace(name, size.counties(), seed);
    return size == Size.PROVINCE ? place.lending(size.people()) : place.place(size.people());
  }

  /** The same made smaller or larger; each county has at least one person. */
  static Place of(String name, int counties, int people, long seed) {
    return new InventedPlace(name, counties, seed).place(people);
  }

  private Place place(int people) {
    double[] weights = IntStream.range(0, counties).mapToDouble(_ -> weight()).toArray();
    int[] shares = Shares.of(people - counties, weights);
    List<Unit> units = new ArrayList<>();
    List<Quota> quotas = new ArrayList<>();
    units.add(new Unit(ROOT, name, name, "city", "", List.of("全部", "总计", "合计")));
    for (int i = 0; i < counties; i++) {
      Unit unit = county(i);
      units.add(unit);
      quotas.add(quota(unit, 1 + shares[i]));
    }
    return new Place(TODAY, units, quotas, people, List.of(), Subsidies.NONE, "");
  }

  /** With loans. */
  private Place lending(int people) {
    Place place = place(people);
    InventedLending lending = new InventedLending(dice, TODAY);
    return new Place(
        TODAY,
        place.units(),
        place.quotas(),
        people,
        place.quotas().stream().filter(InventedLending::lends).map(lending::of).toList(),
        Subsidies.NONE,
        "");
  }

  /** Log-normal: the largest of 129 counties is some ten times the middle one. */
  private double weight() {
    double normal = 0;
    for (int i = 0; i < 12; i++) {
      normal += dice.fraction();
    }
    return StrictMath.exp(0.9 * (normal - 6));
  }

  private Unit county(int i) {
    String kind = dice.chance(0.25) ? "district" : "county";
    String county = countyName(i) + (kind.equals("district") ? "区" : "县");
    return new Unit(
        Integer.toString(Integer.parseInt(ROOT) + 1 + i),
        county,
        name + county,
        kind,
        ROOT,
        List.of());
  }

  /** Distinct by construction: the number written in these characters. */
  private static String countyName(int i) {
    int firsts = FIRST.length();
    int seconds = SECOND.length();
    int rest = i / firsts / seconds;
    return ""
        + FIRST.charAt(i % firsts)
        + SECOND.charAt((i + i / firsts) % seconds)
        + (rest == 0 ? "" : THIRD.charAt(rest - 1));
  }

  private Quota quota(Unit unit, int people) {
    int working = (int) (people * (0.62 + 0.16 * dice.fraction()));
    int away = (int) (working * (0.02 + 0.4 * dice.fraction() * dice.fraction()));
    int target = (int) (working * (0.92 + 0.14 * dice.fraction()));
    return new Quota(unit, target, working, away);
  }
}
