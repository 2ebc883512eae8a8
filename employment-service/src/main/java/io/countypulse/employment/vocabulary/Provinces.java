package io.countypulse.employment.vocabulary;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 务工省份: a province's full name, found by its full or short name. A published word, so nothing else
 * goes through.
 */
public final class Provinces {

  private static final Map<String, String> FULL_NAMES =
      Stream.of(
              "北京市 天津市 上海市 重庆市",
              "河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省",
              "湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省",
              "内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区",
              "香港特别行政区 澳门特别行政区 新疆生产建设兵团 境外")
          .flatMap(line -> Stream.of(line.split(" ")))
          .flatMap(
              full ->
                  Stream.of(full, shortName(full)).distinct().map(name -> Map.entry(name, full)))
          .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private Provinces() {}

  /** The full name; empty for what is no province. */
  public static Optional<String> find(String name) {
    return Optional.ofNullable(FULL_NAMES.get(name));
  }

  private static String shortName(String full) {
    return full.replaceFirst("(壮族|回族|维吾尔)?(自治区|特别行政区|省|市)$", "");
  }
}
