package io.countypulse.reporting.check;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a column's heading says it holds; a heading may say several things. */
enum Word {
  ROW_NUMBER("^(序号|编号|no\\.?|#)$"),
  RANK("排名|排序|位次|名次|rank"),
  CHANGE("增减|变化|变动|增幅|降幅|增速|增长|提高|环比|同比|[较比](上|去|前|年初|\\d)|change|points|百分点|growth|increase"),
  PERCENT("(?<!利)率|%|百分|占比|比例|比重|满意度|知晓度|完成进度|percent|pct|_rate|^rate|ratio"),
  POINTS("百分点|points|(?<![a-z])pp(?![a-z])"),
  EARLIER("上月|上期|上年|去年|同期|前次|上次|前一|年初|previous|earlier|last_"),
  TARGET("目标|任务|计划数|年度计划|计划完成|target|goal|quota"),
  WHOLE(
      "应|符合|资格|学生|在校|跨省|省外|余额|总数|总人数|基数|entitled|eligible|student|out_of_province|balance|outstanding"),
  PART(
      "已|实|完成|发放|兑付|补助人数|拨付|享受|务工|就业|在岗|逾期|知晓人|paid|done|achieved|issued|working|actual|overdue|know"),
  REST("未|缺口|差额|剩余|尚欠|unpaid|remaining|gap"),
  SAMPLE("有效|样本|抽样|抽查|调查|回访|受访|接通|valid|sample|asked|respondent|surveyed"),
  CALLED("拨打|外呼|called|calls_made"),
  PROBLEM("号码错误|错号|空号|问题号码|错误号码|problem|wrong"),
  OPINION("知晓|满意|认可|aware|satisf"),
  MONEY("金额|资金|万元|(?<!单)元|余额|贷款额|amount|yuan|money"),
  PEOPLE("人数|户数|人次|\\(人\\)|\\(户\\)|\\(名\\)|学生|人$|户$|persons|households|people|students"),
  WHOLE_COLUMN("合计|小计|总计|总数|^total|_total"),
  UNIT_NAME(
      "^(所属)?(县(\\(市\\))?区?|县[、,]?市?[、,]?区|县市区|市县区?|地区|区县|州市|单位(名称)?|名称|乡镇(\\(街道\\))?|街道|行政区划?|county|unit|"
          + "district|region|area|name|项目|指标|figure)(名称)?$");

  private final Pattern pattern;

  Word(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** What a heading says. */
  static Set<Word> of(String heading) {
    String plain = PrintedNumber.plain(heading);
    return Arrays.stream(values())
        .filter(word -> word.pattern.matcher(plain).find())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Word.class)));
  }
}
