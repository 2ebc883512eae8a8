package io.countypulse.city.people;

import io.countypulse.city.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The invented villages and employers of one unit, the same for the same seed. */
final class Gazetteer {

  private static final List<String> FIRST =
      List.of("青 白 红 龙 石 松 柏 桃 柳 云 大 小 上 下 金 银 清 秀 平 长 新 马 牛 花 月 凤".split(" "));
  private static final List<String> SECOND =
      List.of("溪 坪 岭 河 井 寨 湾 营 坡 冲 箐 塘 山 桥 田 坝 泉 台 屯 甸 村 海 谷 洞".split(" "));
  private static final List<String> BRANDS =
      List.of("恒 信 鑫 达 瑞 丰 宏 盛 嘉 禾 润 泽 昌 隆 德 源 祥 腾 博 远 诚 利 凯 泰".split(" "));
  private static final List<String> NEAR_TRADES =
      List.of("建筑劳务 蔬菜种植 花卉 物流 餐饮服务 物业服务 商贸 食品加工 磷化工 农业开发".split(" "));
  private static final List<String> FAR_TRADES =
      List.of("电子 制衣 鞋业 五金 家具 食品 物流 建筑工程 塑胶 汽车配件 纺织 玩具".split(" "));
  private static final Weighted<String> PROVINCES =
      new Weighted<String>()
          .with(33, "浙江省")
          .with(24, "广东省")
          .with(13, "江苏省")
          .with(10, "上海市")
          .with(6, "福建省")
          .with(3, "四川省")
          .with(3, "贵州省")
          .with(2, "重庆市")
          .with(2, "北京市")
          .with(2, "山东省")
          .with(1, "湖北省")
          .with(1, "新疆维吾尔自治区");

  private final List<Village> villages = new ArrayList<>();
  private final List<String> companies;

  Gazetteer(Unit unit, int people, long seed) {
    Dice dice = new Dice(seed, "villages of " + unit.code());
    int townships = Math.clamp(people / 3_000, 2, 16);
    List<String> names = placeNames(dice);
    for (int township = 0; township < townships; township++) {
      addTownship(names.get(township) + townshipKind(unit, dice), names, dice);
    }
    companies =
        IntStream.range(0, 60).mapToObj(_ -> unit.name() + company(dice, NEAR_TRADES)).toList();
  }

  List<Village> villages() {
    return villages;
  }

  Village village(Dice dice) {
    return villages.get(skewed(villages.size(), dice));
  }

  String province(Dice dice) {
    return PROVINCES.draw(dice);
  }

  /** An employer near by; a few of them have most of the people. */
  String company(Dice dice) {
    return companies.get(skewed(companies.size(), dice));
  }

  String companyIn(String province, Dice dice) {
    return province.substring(0, 2) + company(dice, FAR_TRADES);
  }

  String workshop(Village village) {
    return village.name() + "帮扶车间";
  }

  String committee(Village village) {
    return village.name() + "民委员会";
  }

  /** Employs nobody itself, so its row never repeats an employer and a day. */
  String cooperative(Village village) {
    return village.township() + "劳务合作社";
  }

  private void addTownship(String township, List<String> names, Dice dice) {
    int from = dice.below(names.size());
    for (int i = dice.between(4, 11); i > 0; i--) {
      villages.add(new Village(township, names.get((from + i) % names.size()) + "村"));
    }
  }

  private static String townshipKind(Unit unit, Dice dice) {
    return switch (unit.kind()) {
      case "district", "zone" -> dice.chance(0.6) ? "街道" : "镇";
      default -> dice.chance(0.6) ? "镇" : "乡";
    };
  }

  private static List<String> placeNames(Dice dice) {
    List<String> names = new ArrayList<>();
    FIRST.forEach(first -> SECOND.forEach(second -> names.add(first + second)));
    for (int i = names.size() - 1; i > 0; i--) {
      names.set(i, names.set(dice.below(i + 1), names.get(i)));
    }
    return names;
  }

  private static String company(Dice dice, List<String> trades) {
    return dice.pick(BRANDS) + dice.pick(BRANDS) + dice.pick(trades) + "有限公司";
  }

  private static int skewed(int bound, Dice dice) {
    return Math.min(dice.below(bound), dice.below(bound));
  }
}
