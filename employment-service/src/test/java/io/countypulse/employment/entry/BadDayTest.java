package io.countypulse.employment.entry;

import static io.countypulse.employment.Sheets.number;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static io.countypulse.employment.entry.WorkerEntryTest.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.entry.Clerk.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A clerk's day on which everything typed in is wrong: each time the field and a Chinese sentence,
 * and in the evening the register is as it was in the morning.
 */
class BadDayTest {

  private final Department department = Department.shared().reset();
  private final Clerk clerk = Clerk.of(department, "clerk", Clerk.DONGCHUAN);

  @Test
  void nothingWrongIsSavedNotEvenByHalf() {
    department.imports(
        "workers",
        workers(
            spell(1, "县内", "甲公司", "2024-06-01", ""), worker(2), worker(3).with("县（市）区", "五华区")));
    department.events();
    String morning = register();

    refused(
        clerk.change("POST", "workers/P1", "/spells/0/end", "{'end':'2024-05-20'}"),
        "END_BEFORE_START",
        "spells[0].end");
    refused(
        clerk.change("POST", "workers/P2", "/spells", "{'start':'2024-06-11','area':'县内'}"),
        "START_IN_FUTURE",
        "spells[0].start");
    refused(
        clerk.change("POST", "workers/P2", "/spells", "{'start':'2024-02-30'}"),
        "DATE_IMPOSSIBLE",
        "spells[0].start");
    refused(
        clerk.change("POST", "workers/P2", "/spells", "{'start':'2024-06-03','area':'国外'}"),
        "WORD_UNKNOWN",
        "spells[0].area");
    refused(
        clerk.post("/workers", person(8, "").replace(Clerk.DONGCHUAN, "东川镇")),
        "UNKNOWN_COUNTY",
        "county");
    refused(
        clerk.post("/households", "{'householdId':'H9','county':'火星','headCount':'4'}"),
        "UNKNOWN_COUNTY",
        "county");
    refused(
        clerk.post("/households", "{'householdId':'H9','county':'530113','headCount':'-4'}"),
        null,
        "headCount");
    identityNumber(
        number(8).substring(0, 16)
            + (number(8).charAt(16) == '1' ? '2' : '1')
            + number(8).charAt(17));
    identityNumber("5.30E+17");
    identityNumber(number(8).substring(0, 15) + "000");
    identityNumber("53019070010100");
    identityNumber(number(1));
    refused(
        clerk.post("/workers", person(8, "").replace("'H8'", "'H3'")),
        "PERSON_IN_OTHER_COUNTY",
        null);
    assertThat(clerk.post("/workers", person(3, "")).code()).isEqualTo("COUNTY_NOT_YOURS");
    Answer twofold =
        clerk.change(
            "PUT",
            "workers/P1",
            "",
            "{'identityNumber':'5.30E+17','spells':[{'start':'2024-06-01','end':'2024-05-01'}]}");
    assertThat(twofold.body().path("errors").valueStream().map(e -> e.path("field").asString()))
        .contains("identityNumber", "spells[0].end");

    assertThat(register()).isEqualTo(morning);
    assertThat(department.events()).isEmpty();
  }

  @Test
  void aFormIsReadAsAFileIsWhereItIsOnlyWrittenOddly() {
    String wide = number(8).chars().mapToObj(BadDayTest::wide).reduce("", String::concat);
    Answer read = clerk.post("/workers", person(8, "").replace(number(8), wide));
    assertThat(read.status()).as(read.body().toString()).isEqualTo(201);
    Answer village =
        clerk.post("/workers", person(9, "").replace("石羊村", "石羊林").replace("'P9'", "' ｐ９ '"));
    assertThat(village.body().path("flags").toString()).contains("VILLAGE_NEW");
    assertThat(village.body().at("/worker/personId").asString()).isEqualTo("P9");
  }

  @Test
  void aCodeTypedInSmallLettersIsNotAnotherPersonOrHousehold() {
    department.imports("workers", workers(worker(1), worker(2).with("县（市）区", "五华区")));
    assertThat(clerk.post("/workers", person(1, "").replace("'P1'", "' ｐ1 '")).code())
        .isEqualTo("PERSON_EXISTS");
    Clerk lead = Clerk.lead(department);
    Answer moved =
        lead.change(
            "POST",
            "workers/P1",
            "/move",
            "{'householdId':'h2','county':'530113','from':'2024-06-03'}");
    assertThat(moved.outcome()).as(moved.body().toString()).isEqualTo("APPLIED");
    assertThat(lead.get("/workers/P1").body().path("county").asString()).isEqualTo(Clerk.WUHUA);
    assertThat(lead.get("/workers/P2").body().path("county").asString()).isEqualTo(Clerk.WUHUA);
  }

  private void identityNumber(String text) {
    refused(clerk.post("/workers", person(8, "").replace(number(8), text)), null, "identityNumber");
  }

  private static void refused(Answer answer, @Nullable String code, @Nullable String field) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
    if (code != null) {
      assertThat(answer.code()).isEqualTo(code);
    }
    if (field != null) {
      assertThat(answer.field()).isEqualTo(field);
    }
    assertThat(answer.body().path("detail").asString()).matches(".*\\p{IsHan}{4}.*");
  }

  /** All that is on record of people and households, to the last word. */
  private String register() {
    return department
        .database()
        .sql(
            """
            select coalesce((select string_agg(w::text, '|' order by person_id) from worker w), '')
              || coalesce((select string_agg(h::text, '|' order by id) from household h), '')
              || (select count(*) from amendment) || (select count(*) from review)
              || (select count(*) from worker_past)
            """)
        .query(String.class)
        .single();
  }

  private static String wide(int c) {
    return Character.toString(c + 0xfee0);
  }
}
