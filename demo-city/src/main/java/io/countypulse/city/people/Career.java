package io.countypulse.city.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Draws the spells of one person, latest first: the latest makes the person's {@link Role} true,
 * the earlier ones lie before it. Whatever is then reported twice or overlaps lies inside days
 * already worked, so no role is ever broken.
 */
final class Career {

  private static final int MOST_SPELLS = 3;
  private static final double BACK_AFTER_HOLIDAYS = 0.05;
  private static final double NEW_JOBS_A_YEAR = 0.26;
  private static final double WORKED_BEFORE = 0.57;
  private static final int SHORTEST = 25;
  private static final int EPISODE = 110;
  private static final int HOLIDAYS = 45;

  private final Timeline timeline;
  private final double outOfProvinceShare;
  private final Dice dice;

  Career(Timeline timeline, double outOfProvinceShare, Dice dice) {
    this.timeline = timeline;
    this.outOfProvinceShare = outOfProvinceShare;
    this.dice = dice;
  }

  /** The one spell that the role asks for. */
  List<Spell> single(Role role) {
    return List.of(latest(role));
  }

  /** From none to four spells, in the order of the file. */
  List<Spell> draw(Role role) {
    List<Spell> spells = new ArrayList<>(MOST_SPELLS + 1);
    if (role == Role.NEVER) {
      return spells;
    }
    Spell spell = latest(role);
    spells.add(spell);
    int end = endBefore(spell.start());
    while (spells.size() < MOST_SPELLS && end > timeline.opened + SHORTEST) {
      spell = past(startBefore(end - SHORTEST), end, role);
      spells.add(spell);
      end = endBefore(spell.start());
    }
    Collections.reverse(spells);
    complicate(spells);
    return spells;
  }

  private Spell latest(Role role) {
    return switch (role) {
      case AWAY -> new Spell(startBefore(timeline.quarterAgo), present(), Area.OUT_OF_PROVINCE);
      case SETTLED -> new Spell(startBefore(timeline.monthAgo), present(), near());
      case JOINED ->
          new Spell(dice.between(timeline.monthAgo + 1, timeline.today), present(), near());
      case LEFT ->
          past(
              startBefore(timeline.monthAgo - SHORTEST),
              dice.between(timeline.monthAgo + 1, timeline.today),
              role);
      case RESTING -> {
        int end = restingSince();
        int start = end - SHORTEST - dice.exponential(EPISODE);
        yield past(Math.max(start, timeline.opened), end, role);
      }
      case NEVER -> throw new IllegalArgumentException("no spell of one who never worked");
    };
  }

  private int present() {
    return dice.chance(0.03) ? timeline.announcedEnd(dice) : Timeline.OPEN;
  }

  private int restingSince() {
    int[] festivals = timeline.festivals();
    if (dice.chance(0.08)) {
      return Math.max(
          beforeHolidays(festivals[dice.below(festivals.length)]), timeline.opened + SHORTEST);
    }
    return dice.between(timeline.opened + 2 * SHORTEST, timeline.monthAgo);
  }

  /**
   * The first day of a spell that has begun by {@code last}: after some holidays, in mid-year, or
   * before the register.
   */
  private int startBefore(int last) {
    int[] festivals = timeline.festivals();
    int until = last;
    for (int i = festivals.length - 1; i >= 0 && until > timeline.opened; i--) {
      int festival = festivals[i];
      if (festival > until) {
        continue;
      }
      double luck = dice.fraction();
      if (luck < BACK_AFTER_HOLIDAYS) {
        return Math.min(until, festival + 5 + dice.exponential(11));
      }
      if (luck < BACK_AFTER_HOLIDAYS + NEW_JOBS_A_YEAR * (until - festival) / 365) {
        return dice.between(festival, until);
      }
      until = festival - 20;
    }
    return timeline.opened;
  }

  /**
   * The end of the spell before one that begins on {@code start}: the holidays, where it began soon
   * after them. No day of the register where there was none.
   */
  private int endBefore(int start) {
    for (int festival : timeline.festivals()) {
      if (festival < start && start - festival < HOLIDAYS) {
        return beforeHolidays(festival);
      }
    }
    if (!dice.chance(WORKED_BEFORE)) {
      return 0;
    }
    return Math.min(start - 4 - dice.exponential(30), timeline.monthAgo);
  }

  private int beforeHolidays(int festival) {
    return festival - 1 - dice.exponential(7);
  }

  private Spell past(int start, int end, Role role) {
    double chance = role == Role.AWAY ? 0.85 : outOfProvinceShare;
    boolean away = dice.chance(chance) && timeline.earnsNoGrant(start, end);
    return new Spell(start, end, away ? Area.OUT_OF_PROVINCE : near());
  }

  private Area near() {
    return dice.chance(0.45) ? Area.IN_COUNTY : Area.IN_PROVINCE;
  }

  private void complicate(List<Spell> spells) {
    int kind = dice.below(100);
    if (kind < 3) {
      reportTwice(spells);
    } else if (kind < 6) {
      addSideJob(spells);
    } else if (kind < 10 && spells.size() > 1) {
      forgetToClose(spells);
    } else if (kind < 12) {
      Collections.reverse(spells);
    }
  }

  /** Two rows of one day: the later row, the employer's own, decides. */
  private void reportTwice(List<Spell> spells) {
    int place = dice.below(spells.size());
    Spell spell = spells.get(place);
    spells.add(place, new Spell(spell.start(), spell.end(), near(), true));
  }

  /** A short job within a long one: while it lasts it decides, for it began last. */
  private void addSideJob(List<Spell> spells) {
    int place = dice.below(spells.size());
    Spell spell = spells.get(place);
    int last = Math.min(spell.end(), timeline.today) - SHORTEST;
    if (spell.start() + SHORTEST < last) {
      int start = dice.between(spell.start() + SHORTEST, last);
      spells.add(place + 1, past(start, start + dice.between(5, SHORTEST), Role.SETTLED));
    }
  }

  /** The former job's end was reported late or not at all; the new job decides. */
  private void forgetToClose(List<Spell> spells) {
    int place = dice.below(spells.size() - 1);
    Spell former = spells.get(place);
    Spell next = spells.get(place + 1);
    int end =
        next.end() == Timeline.OPEN ? Timeline.OPEN : dice.between(next.start() + 1, next.end());
    boolean away =
        former.area() == Area.OUT_OF_PROVINCE && timeline.earnsNoGrant(former.start(), end);
    spells.set(place, new Spell(former.start(), end, away ? Area.OUT_OF_PROVINCE : near()));
  }
}
