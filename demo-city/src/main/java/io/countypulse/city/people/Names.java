package io.countypulse.city.people;

import java.util.List;

/** Names of nobody in particular: common surnames, common characters. */
final class Names {

  private static final Weighted<String> SURNAMES =
      new Weighted<String>()
          .with(9, "李")
          .with(8, "杨")
          .with(8, "王")
          .with(7, "张")
          .with(5, "陈")
          .with(5, "刘")
          .with(4, "赵")
          .with(4, "马")
          .with(4, "普")
          .with(3, "黄")
          .with(3, "周")
          .with(3, "吴")
          .with(3, "徐")
          .with(3, "朱")
          .with(2, "孙")
          .with(2, "胡")
          .with(2, "郭")
          .with(2, "何")
          .with(2, "高")
          .with(2, "罗")
          .with(2, "郑")
          .with(2, "唐")
          .with(2, "毕")
          .with(2, "沙")
          .with(1, "韩")
          .with(1, "曹")
          .with(1, "邓")
          .with(1, "许")
          .with(1, "段")
          .with(1, "施")
          .with(1, "角")
          .with(1, "龙");

  private static final List<String> CHARACTERS =
      List.of(
          ("伟 芳 秀 英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 兰 霞 平 刚 桂 红 玉 萍 建 国 华 文 志 春 梅 "
                  + "海 燕 云 鹏 飞 林 峰 凤 琼 珍 美 莲 荣 学 成 东 光 福 贵 生 财 富 有 发 顺 才 武 斌 辉 波 正 "
                  + "小 大 永 兴 德 仁 忠 义 良 善 金 银 龙 虎 松 柏 竹 菊 雪 雨 晨 星 月 阳 江 河 山 石")
              .split(" "));

  private Names() {}

  static String surname(Dice dice) {
    return SURNAMES.draw(dice);
  }

  static String of(String surname, Dice dice) {
    String name = surname + dice.pick(CHARACTERS);
    return dice.chance(0.78) ? name + dice.pick(CHARACTERS) : name;
  }
}
