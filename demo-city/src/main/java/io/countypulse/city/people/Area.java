package io.countypulse.city.people;

/** 务工区域 (DOMAIN.md § 10). */
enum Area {
  IN_COUNTY("县内"),
  IN_PROVINCE("省内县外"),
  OUT_OF_PROVINCE("省外");

  final String text;

  Area(String text) {
    this.text = text;
  }
}
