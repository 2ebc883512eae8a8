package io.countypulse.employment.entry;

import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Event;
import io.countypulse.employment.entry.Clerk.Answer;
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
        "POST", "workers/P8", "/merge", "{'duplicate':'P16','version':1,'reason':'同一人重复建档'}");
  }

  private int working() {
    return department.figure("employment.working", Clerk.DONGCHUAN, "2024-06-10");
  }
}
