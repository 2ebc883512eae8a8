package io.countypulse.employment.vocabulary;

/** 行业: the sector worked in, as the sections of GB/T 4754—2017 have them. */
public enum Sector implements Word {
  AGRICULTURE("农、林、牧、渔业"),
  MINING("采矿业"),
  MANUFACTURING("制造业"),
  UTILITIES("电力、热力、燃气及水生产和供应业"),
  CONSTRUCTION("建筑业"),
  TRADE("批发和零售业"),
  TRANSPORT("交通运输、仓储和邮政业"),
  HOSPITALITY("住宿和餐饮业"),
  INFORMATION("信息传输、软件和信息技术服务业"),
  FINANCE("金融业"),
  REAL_ESTATE("房地产业"),
  BUSINESS_SERVICES("租赁和商务服务业"),
  SCIENCE("科学研究和技术服务业"),
  ENVIRONMENT("水利、环境和公共设施管理业"),
  RESIDENT_SERVICES("居民服务、修理和其他服务业"),
  EDUCATION("教育"),
  HEALTH("卫生和社会工作"),
  CULTURE("文化、体育和娱乐业"),
  PUBLIC_ADMINISTRATION("公共管理、社会保障和社会组织"),
  INTERNATIONAL("国际组织");

  public static final Vocabulary<Sector> WORDS = Vocabulary.of(Sector.class);

  private final String word;

  Sector(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
