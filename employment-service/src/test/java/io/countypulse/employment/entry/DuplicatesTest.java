package io.countypulse.employment.entry;

import static io.countypulse.employment.Sheets.lines;
import static io.countypulse.employment.Sheets.number;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Event;
import io.countypulse.employment.entry.Clerk.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P8 and P16 are one person: same name, birthday and village. */
class DuplicatesTest {

  private final Department department = Department.shared().reset();
  private final Clerk clerk = Clerk.of(department, "clerk", Clerk.DONGCHUAN);

  @BeforeEach
  void onePersonIsRegisteredTwice() {
    department.imports(
        "workers",
        workers(
            spell(8, "县内", "甲公司", "2024-06-01", ""),
            spell(16, "县内", "甲公司", "2024-06-01", ""),
            spell(16, "省外", "乙公司", "2024-06-05", ""),
            worker(9)));
    department.events();
  }

  @Test
  void peopleOfTheSameNameBirthdayAndVillageAreFoundInBulk() {
    Answer found = clerk.get("/duplicates");
    assertThat(found.body().path("items").size()).isOne();
    assertThat(
            found
                .body()
                .at("/items/0/people")
                .valueStream()
                .map(p -> p.path("personId").asString()))
        .containsExactly("P16", "P8");
    assertThat(
            Clerk.of(department, "other", Clerk.WUHUA)
                .get("/duplicates")
                .body()
                .path("items")
                .size())
        .isZero();
  }

  @Test
  void aMergedPersonCountsOnceWithTheSpellsOfBoth() {
    assertThat(working()).isEqualTo(2);
    Answer merged = merge();

    assertThat(merged.outcome()).as(merged.body().toString()).isEqualTo("APPLIED");
    assertThat(merged.body().at("/worker/spells").size()).isEqualTo(2);
    assertThat(working()).isOne();
    assertThat(department.figure("employment.out_of_province", Clerk.DONGCHUAN, "2024-06-10"))
        .isOne();
    assertThat(department.events()).extracting(Event::key).containsExactlyInAnyOrder("P8", "P16");
    assertThat(clerk.get("/workers?working=true").body().path("count").asInt()).isOne();
    assertThat(clerk.get("/workers/P16").body().path("mergedInto").asString()).isEqualTo("P8");
    assertThat(clerk.get("/duplicates").body().path("items").size()).isZero();
  }

  @Test
  void whatWasWrittenDownOfTheMergedOneGoesOnWithTheOther() {
    everythingIsWrittenDownOf("P16");
    department.events();
    merge();

    assertThat(clerk.get("/surveys/people/P8").body().at("/surveys/0/skills").asString())
        .isEqualTo("焊工");
    assertThat(clerk.get("/watch/P8/visits").body().path("visits").size()).isOne();
    assertThat(clerk.get("/workers/P8").body().path("wishToWork").asBoolean()).isTrue();
    List<Event> events = department.events();
    assertThat(told(events, "employment.trainee.v1")).containsExactly("P8");
    assertThat(told(events, "employment.business.v1")).containsExactly("P8");
    assertThat(
            department
                .database()
                .sql("select count(*) from return_contact where person_id = 'P8'")
                .query(Integer.class)
                .single())
        .isOne();
    var again = department.imports("trainees", trainees("P16"));
    assertThat(again.rejects()).contains("该人已并入 P8");
  }

  @Test
  void itGoesBackWhenTheMergeIsUndone() {
    everythingIsWrittenDownOf("P16");
    merge();
    department.events();
    clerk.change("POST", "workers/P16", "/restore", "{'version':1,'reason':'误合并'}");

    assertThat(clerk.get("/surveys/people/P16").body().path("surveys").size()).isOne();
    assertThat(clerk.get("/surveys/people/P8").body().path("surveys").size()).isZero();
    assertThat(clerk.get("/watch/P16/visits").body().path("visits").size()).isOne();
    assertThat(told(department.events(), "employment.trainee.v1")).containsExactly("P16");
  }

  @Test
  void whoAttendedTheSameCourseTwiceCountsOnce() {
    department.imports("trainees", trainees("P8", "P16"));
    department.events();
    merge();
    List<Event> events =
        department.events().stream()
            .filter(event -> event.topic().equals("employment.trainee.v1"))
            .toList();
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().json().path("personId").asString()).isEqualTo("P16");
    assertThat(events.getFirst().json().path("removed").asBoolean()).isTrue();
  }

  private void everythingIsWrittenDownOf(String person) {
    clerk.post(
        "/surveys",
        "{'personId':'%s','surveyedOn':'2024-06-05','skills':'焊工','wishToWork':true}"
            .formatted(person));
    clerk.post("/watch/" + person + "/visits", "{'visitedOn':'2024-06-06','found':'家中有两位老人'}");
    department
        .database()
        .sql(
            "insert into return_contact (person_id, contacted_on, outcome, recorded_by) values (?, '2024-06-01', 'OFFERED', 'clerk')")
        .param(person)
        .update();
    department.imports("trainees", trainees(person));
    department.imports(
        "businesses",
        lines("县（市）区,户编号,人编号,名称,开业日期,类别", "东川区,H16," + person + ",小吃店,2023-05-01,返乡创业"));
  }

  private static String trainees(String... people) {
    return lines(
        "县（市）区,户编号,人编号,姓名,证件号码,培训项目,企业,开始日期,结束日期",
        Stream.of(people)
            .map(person -> "东川区,H1," + person + ",张甲," + number(16) + ",电工,某校,2024-05-06,")
            .toArray(String[]::new));
  }

  private static List<String> told(List<Event> events, String topic) {
    return events.stream()
        .filter(event -> event.topic().equals(topic))
        .map(event -> event.json().path("personId").asString())
        .toList();
  }

  @Test
  void aFileDoesNotBringTheMergedOneBack() {
    merge();
    var again = department.imports("workers", workers(spell(16, "省外", "丙公司", "2024-06-06", "")));
    assertThat(again.rejects()).contains("该人已并入 P8");
    assertThat(working()).isOne();
  }

  @Test
  void aMergeIsUndoneFromTheHistory() {
    merge();
    Answer back = clerk.change("POST", "workers/P16", "/restore", "{'version':1,'reason':'误合并'}");

    assertThat(back.outcome()).as(back.body().toString()).isEqualTo("APPLIED");
    assertThat(back.body().at("/worker/spells").size()).isEqualTo(2);
    assertThat(back.body().at("/worker/mergedInto").isMissingNode()).isTrue();
    clerk.change("POST", "workers/P8", "/restore", "{'version':1,'reason':'误合并'}");
    assertThat(working()).isEqualTo(2);
    assertThat(
            clerk
                .get("/workers/P8/history")
                .body()
                .path("entries")
                .valueStream()
                .map(e -> e.path("action").asString()))
        .containsExactly("WORKER_RESTORED", "WORKERS_MERGED", "IMPORTED");
  }

  @Test
  void aMergeNeedsAReasonAndBothRecordsAsTheyWereSeen() {
    assertThat(
            clerk.change("POST", "workers/P8", "/merge", "{'duplicate':'P16','version':1}").code())
        .isEqualTo("REASON_MISSING");
    assertThat(
            clerk
                .change(
                    "POST", "workers/P8", "/merge", "{'duplicate':'P16','version':7,'reason':'重复'}")
                .code())
        .isEqualTo("CHANGED_MEANWHILE");
    assertThat(
            clerk
                .change(
                    "POST", "workers/P8", "/merge", "{'duplicate':'P8','version':1,'reason':'x'}")
                .code())
        .isEqualTo("SAME_RECORD");
  }

  private Answer merge() {
    return clerk.change(
        "POST",
        "workers/P8",
        "/merge",
        "{'duplicate':'p16','version':%d,'reason':'同一人重复建档'}"
            .formatted(clerk.version("workers/P16")));
  }

  private int working() {
    return department.figure("employment.working", Clerk.DONGCHUAN, "2024-06-10");
  }
}
