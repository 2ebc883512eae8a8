package io.countypulse.employment.worker;

import static io.countypulse.employment.Sheets.number;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Event;
import io.countypulse.employment.Department.Import;
import io.countypulse.employment.Sheets.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkersImportTest {

  private static final Row AT_HOME = spell(1, "县内", "乙公司", "2023-02-10", "2023-12-20");
  private static final Row AWAY = spell(1, "省外", "甲公司", "2024-03-01", "");

  private final Department department = Department.shared().reset();

  @Test
  void aPersonsRowsBecomeOnePersonWithSpellsInTheOrderOfTheirStart() {
    Import done = imports(AWAY, worker(2), AT_HOME);
    assertThat(done.rows()).containsExactly(3, 0, 0, 0);
    assertThat(event("P1").json().at("/spells").findValuesAsString("start"))
        .containsExactly("2023-02-10", "2024-03-01");
  }

  @Test
  void aPersonWithoutAStartIsNotInWork() {
    imports(worker(1).with("务工单位", "某公司"));
    assertThat(event("P1").json().at("/spells").isEmpty()).isTrue();
    assertThat(working("2024-06-10")).isZero();
  }

  @Test
  void anOpenSpellCountsFromItsStartAndAClosedOneUntilTheDayBeforeItsEnd() {
    imports(AT_HOME, AWAY);
    assertThat(working("2023-02-09")).isZero();
    assertThat(working("2023-02-10")).isOne();
    assertThat(working("2023-12-19")).isOne();
    assertThat(working("2023-12-20")).isZero();
    assertThat(working("2024-06-10")).isOne();
  }

  @Test
  void whatIsUnchangedIsNeitherTouchedNorPublished() {
    imports(AT_HOME, AWAY, worker(2));
    department.events();
    Import again = imports(worker(2), AWAY, AT_HOME, worker(3));
    assertThat(again.rows()).containsExactly(1, 3, 0, 0);
    assertThat(department.events()).extracting(Event::key).containsExactly("P3");
  }

  @Test
  void aThenBThenARestoresA() {
    String a = workers(AT_HOME, AWAY);
    String b = workers(AT_HOME);
    department.imports("workers", a);
    department.imports("workers", b);
    assertThat(working("2024-06-10")).isZero();
    assertThat(department.imports("workers", a).rows()).containsExactly(2, 0, 0, 0);
    assertThat(working("2024-06-10")).isOne();
    assertThat(department.events())
        .extracting(event -> event.json().at("/version").asInt())
        .containsExactly(1, 2, 3);
  }

  @Test
  void peopleWhoAreNotInTheFileStayAsTheyAre() {
    imports(AWAY);
    imports(worker(2));
    assertThat(working("2024-06-10")).isOne();
  }

  @Test
  void aPersonIsAppliedWholeOrNotAtAll() {
    Import done = imports(AT_HOME, AWAY.with("开始日期", "2024-02-30"), worker(2));
    assertThat(done.rows()).containsExactly(1, 0, 0, 2);
    assertThat(done.rejects()).contains("不是存在的日期", "同一人第 3 行有误");
    assertThat(department.events()).extracting(Event::key).containsExactly("P2");
  }

  @Test
  void theSameRowTwiceCountsOnceAndIsNoted() {
    Import done = imports(AWAY, AT_HOME, AWAY);
    assertThat(done.rows()).containsExactly(2, 0, 1, 0);
    assertThat(done.flags()).containsEntry("DUPLICATE_ROW", 1);
    assertThat(event("P1").json().at("/spells")).hasSize(2);
  }

  @Test
  void theSameEmployerAndStartWithAnotherContentGoesBackWithBothLinesNamed() {
    Import done = imports(AWAY, AWAY.with("月工资", "4000"), worker(2));
    assertThat(done.rows()).containsExactly(1, 0, 0, 2);
    assertThat(done.rejects()).contains("第 2 行与第 3 行单位和开始日期相同而内容不同");
  }

  @Test
  void overlappingSpellsAreAcceptedWithANoteAndTheOneBegunLastDecides() {
    Row between = spell(1, "县内", "丙公司", "2024-04-01", "2024-05-01");
    Import done = imports(AWAY, between);
    assertThat(done.rows()).containsExactly(2, 0, 0, 0);
    assertThat(done.flags()).containsEntry("OVERLAPPING_SPELLS", 2);
    assertThat(outOfProvince("2024-03-31")).isOne();
    assertThat(outOfProvince("2024-04-01")).isZero();
    assertThat(outOfProvince("2024-04-30")).isZero();
    assertThat(outOfProvince("2024-05-01")).isOne();
    assertThat(working("2024-04-15")).isOne();
  }

  @Test
  void ofSpellsBegunTheSameDayTheLaterRowDecides() {
    Row sameDay = spell(1, "县内", "丙公司", "2024-03-01", "");
    imports(AWAY, sameDay);
    assertThat(outOfProvince("2024-06-10")).isZero();
    imports(sameDay, AWAY);
    assertThat(outOfProvince("2024-06-10")).isOne();
  }

  @Test
  void anEndMayLieInTheFuture() {
    assertThat(imports(AWAY.with("结束日期", "2024-12-31")).rows()).containsExactly(1, 0, 0, 0);
    assertThat(working("2024-12-30")).isOne();
    assertThat(working("2024-12-31")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "开始日期, 2024-06-11, 晚于业务日期",
    "结束日期, 2024-02-29, 结束日期早于开始日期",
    "开始日期, 2024-02-30, 不是存在的日期",
    "月工资, -1, 不能为负数",
    "月工资, 1.2e3, 不是普通数字",
    "证件号码, 530190197001010011, 校验位不符",
    "证件号码, 5.30190E+17, 已失真",
    "证件号码, '', 缺少证件号码",
    "姓名, '', 缺少姓名",
    "户编号, '', 缺少户编号",
    "户编号, 13812345678, 不能使用证件号码或手机号码",
    "人编号, 530190197001010001, 不能使用证件号码或手机号码",
    "人编号, P|1, 最多 40 个字",
    "县（市）区, '', 缺少县（市）区",
  })
  void aWrongCellSendsTheRowBackWithAReason(String column, String value, String reason) {
    Import done = imports(AWAY.with(column, value), worker(2));
    assertThat(done.rows()).containsExactly(1, 0, 0, 1);
    assertThat(done.rejects()).contains(reason);
  }

  @Test
  void anUnknownWordIsNotedAndTheRowGoesInWithoutIt() {
    Import done = imports(AWAY.with("户类型", "困难户").with("务工区域", "火星").with("务工省份", "火星省"));
    assertThat(done.rows()).containsExactly(1, 0, 0, 0);
    assertThat(done.flags()).containsEntry("UNKNOWN_VOCABULARY", 1);
    var state = event("P1").json();
    assertThat(state.at("/category").isNull()).isTrue();
    assertThat(state.at("/spells/0/area").isNull()).isTrue();
    assertThat(state.at("/spells/0/province").isNull()).isTrue();
  }

  @Test
  void rowsOfAPersonThatDisagreeOnThePersonGoBack() {
    Import done = imports(AT_HOME, AWAY.with("户编号", "H7").with("劳动能力", "弱劳动力"));
    assertThat(done.rows()).containsExactly(0, 0, 0, 2);
    assertThat(done.rejects()).contains("同一人各行的户编号、劳动能力不一致");
  }

  @Test
  void oneIdentityNumberForTwoPeopleInAFileSendsBothBack() {
    Import done = imports(AWAY, worker(2).with("证件号码", number(1)), worker(3));
    assertThat(done.rows()).containsExactly(1, 0, 0, 2);
    assertThat(done.rejects()).contains("该证件号码已登记在另一个人编号名下");
  }

  @Test
  void anIdentityNumberStaysWithItsHolderOnRecord() {
    imports(AWAY);
    Import done = imports(AWAY, worker(2).with("证件号码", number(1)));
    assertThat(done.rows()).containsExactly(0, 1, 0, 1);
  }

  @Test
  void twoPeopleWhoseNumbersWereMixedUpCanBePutRightInOneFile() {
    imports(worker(1).with("证件号码", number(2)), worker(2).with("证件号码", number(1)));
    assertThat(imports(worker(1), worker(2)).rows()).containsExactly(2, 0, 0, 0);
  }

  @Test
  void aNumberIsOnlyFreeWhenItsHolderReallyGivesItUp() {
    imports(worker(1), worker(2), worker(3));
    Import done =
        imports(
            worker(1).with("证件号码", number(2)),
            worker(2).with("证件号码", number(3)),
            worker(4).with("证件号码", number(1)));
    assertThat(done.rows()).containsExactly(0, 0, 0, 3);
  }

  @Test
  void fullWidthDigitsSpacesAndAnOldNumberAreTheSamePerson() {
    imports(worker(1));
    Import done = imports(worker(1).with("证件号码", fullWidth(number(1))).with("人编号", " ｐ１ "));
    assertThat(done.rows()).containsExactly(0, 1, 0, 0);
  }

  private Import imports(Row... rows) {
    return department.imports("workers", workers(List.of(rows)));
  }

  private Event event(String key) {
    return department.events().stream()
        .filter(event -> event.key().equals(key))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private int working(String day) {
    return department.figure("employment.working", day);
  }

  private int outOfProvince(String day) {
    return department.figure("employment.out_of_province", day);
  }

  private static String fullWidth(String text) {
    return text.chars()
        .map(c -> c > ' ' && c < 0x7f ? c + 0xfee0 : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
