package io.countypulse.city.people;

/**
 * A worker (脱贫劳动力).
 *
 * @param wish 就业意愿: 是, 否 or blank
 */
record Person(String id, String name, String identityNumber, String labour, String wish) {

  private static final Weighted<String> ABLE =
      new Weighted<String>().with(80, "普通劳动力").with(14, "技能劳动力").with(6, "弱劳动力");
  private static final Weighted<String> UNABLE =
      new Weighted<String>().with(50, "普通劳动力").with(28, "弱劳动力").with(14, "无劳动力").with(8, "丧失劳动力");

  static Person draw(
      String id, String identityNumber, String householdSurname, Role role, Dice dice) {
    String surname = dice.chance(0.62) ? householdSurname : Names.surname(dice);
    String labour = (role == Role.NEVER ? UNABLE : ABLE).draw(dice);
    return new Person(id, Names.of(surname, dice), identityNumber, labour, wish(role, dice));
  }

  private static String wish(Role role, Dice dice) {
    if (dice.chance(0.1)) {
      return "";
    }
    return switch (role) {
      case AWAY, SETTLED, JOINED -> "是";
      case LEFT, RESTING -> dice.chance(0.8) ? "是" : "否";
      case NEVER -> dice.chance(0.3) ? "是" : "否";
    };
  }
}
