package io.countypulse.employment.entry;

import static io.countypulse.employment.Sheets.households;
import static io.countypulse.employment.Sheets.number;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.targets;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Event;
import io.countypulse.employment.Sheets.Row;
import io.countypulse.employment.entry.Clerk.Answer;
import io.countypulse.testing.TestTokens;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WorkerEntryTest {

  private final Department department = Department.shared().reset();
  private final Clerk clerk = Clerk.of(department, "clerk", Clerk.DONGCHUAN);
  private final Clerk lead = Clerk.lead(department);

  @Test
  void aPersonIsRegisteredPublishedAndWrittenDown() {
    Answer answer =
        clerk.post("/workers", person(1, "'start':'2024-06-03','area':'省外','province':'浙江'"));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    assertThat(answer.outcome()).isEqualTo("APPLIED");
    JsonNode worker = answer.body().path("worker");
    assertThat(worker.path("maskedName").asString()).isEqualTo("张*");
    assertThat(worker.at("/spells/0/province").asString()).isEqualTo("浙江省");
    assertThat(department.figure("employment.out_of_province", Clerk.DONGCHUAN, "2024-06-10"))
        .isOne();
    assertThat(department.events())
        .extracting(Event::key, event -> event.json().path("version").asInt())
        .containsExactly(tuple("P1", 1));
    assertThat(audited()).contains("WORKER_CREATED worker:P1");
  }

  @Test
  void surveysTalksAndVisitsStandInTheAuditLogWithoutWhatWasSaid() {
    imports(spell(1, "县内", "甲公司", "2024-05-01", "2024-06-05"));
    clerk.post(
        "/surveys", "{'personId':'P1','surveyedOn':'2024-06-07','skills':'焊工','wishToWork':true}");
    clerk.post(
        "/returns/P1/contacts", "{'contactedOn':'2024-06-08','outcome':'OFFERED','note':'愿去服装厂'}");
    clerk.post("/watch/P1/visits", "{'visitedOn':'2024-06-09','found':'家中有两位老人'}");

    assertThat(audited())
        .contains(
            "SURVEY_ENTERED worker:P1", "RETURN_CONTACTED worker:P1", "WATCH_VISITED worker:P1");
    assertThat(
            department
                .database()
                .sql("select string_agg(detail::text, '') from audit_entry")
                .query(String.class)
                .single())
        .doesNotContain("服装厂", "老人", "焊工");
  }

  @Test
  void theAnswerTellsWhereTheRecordIsAndItsVersion() {
    HttpResponse<String> answer =
        department.write(
            "POST",
            "/api/employment/workers",
            person(1, "").replace('\'', '"'),
            null,
            clerk.token());

    assertThat(answer.headers().firstValue("Location")).contains("/api/employment/workers/P1");
    assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(
            department
                .get("/api/employment/workers/P1", clerk.token())
                .headers()
                .firstValue("ETag"))
        .contains("\"1\"");
  }

  /** FAULTS A10–A12. */
  @ParameterizedTest
  @CsvSource({
    "530190197001010011, IDENTITY_NUMBER_CHECKSUM",
    "5.3019E+17, PRECISION_LOST",
    "53019019700230001X, IDENTITY_NUMBER_DATE",
    "5301901970010100, IDENTITY_NUMBER_LENGTH",
    "'', IDENTITY_NUMBER_MISSING",
  })
  void anIdentityNumberThatIsWrongIsRefusedWithItsField(String number, String code) {
    Answer answer = clerk.post("/workers", person(1, "").replace(number(1), number));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.field()).isEqualTo("identityNumber");
    assertThat(answer.body().at("/errors/0/message").asString()).isNotBlank();
    assertThat(count("worker")).isZero();
    assertThat(count("household")).isZero();
  }

  @Test
  void wideDigitsAndOldNumbersAreReadAsFilesAreRead() {
    String wide =
        number(1).chars().mapToObj(c -> Character.toString(c + 0xfee0)).reduce("", String::concat);
    assertThat(clerk.post("/workers", person(1, "").replace(number(1), wide)).status())
        .isEqualTo(201);

    Answer old = clerk.post("/workers", person(2, "").replace(number(2), "530190700101003"));
    assertThat(old.status()).isEqualTo(201);
    assertThat(old.body().path("flags").toString()).contains("IDENTITY_NUMBER_CONVERTED");
  }

  @ParameterizedTest
  @CsvSource({
    "'''start'':''2024-05-01'',''end'':''2024-04-01''', END_BEFORE_START, spells[0].end",
    "'''start'':''2024-06-11''', START_IN_FUTURE, spells[0].start",
    "'''start'':''2024-02-30''', DATE_IMPOSSIBLE, spells[0].start",
    "'''end'':''2024-05-01''', MISSING, spells[0].start",
    "'''start'':''2024-05-01'',''area'':''国外''', WORD_UNKNOWN, spells[0].area",
  })
  void aSpellThatCannotBeIsRefusedWithItsField(String spell, String code, String field) {
    Answer answer = clerk.post("/workers", person(1, spell));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(List.of(answer.code(), answer.field())).containsExactly(code, field);
    assertThat(count("worker")).isZero();
  }

  @Test
  void everyFaultIsToldAtOnce() {
    Answer answer =
        clerk.post(
            "/workers",
            person(1, "'start':'2024-06-11'").replace(number(1), "1").replace("张乙", ""));

    assertThat(answer.body().path("errors").valueStream().map(e -> e.path("field").asString()))
        .contains("name", "identityNumber", "spells[0].start");
  }

  @Test
  void anUnknownCountyIsRefusedAndAnothersIsForbidden() {
    Answer unknown = clerk.post("/workers", person(1, "").replace(Clerk.DONGCHUAN, "东川镇"));
    assertThat(unknown.code()).isEqualTo("UNKNOWN_COUNTY");
    assertThat(unknown.field()).isEqualTo("county");

    Answer foreign = clerk.post("/workers", person(1, "").replace(Clerk.DONGCHUAN, Clerk.WUHUA));
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.code()).isEqualTo("COUNTY_NOT_YOURS");
  }

  @Test
  void aPersonOrHouseholdIsInOneCountyOnly() {
    lead.post("/workers", person(1, "").replace(Clerk.DONGCHUAN, Clerk.WUHUA));

    assertThat(clerk.post("/workers", person(1, "")).status()).isEqualTo(403);
    Answer sameHousehold = clerk.post("/workers", person(2, "").replace("'H2'", "'H1'"));
    assertThat(sameHousehold.status()).isEqualTo(422);
    assertThat(sameHousehold.code()).isEqualTo("PERSON_IN_OTHER_COUNTY");
    Answer twoCounties = lead.post("/workers", person(2, "").replace("'H2'", "'H1'"));
    assertThat(twoCounties.code()).isEqualTo("COUNTY_CHANGED");
  }

  @Test
  void aTakenIdentityNumberNamesItsHolderWhereTheClerkMaySeeIt() {
    clerk.post("/workers", person(1, ""));
    Answer own = clerk.post("/workers", person(2, "").replace(number(2), number(1)));
    assertThat(own.code()).isEqualTo("IDENTITY_NUMBER_TAKEN");
    assertThat(own.field()).isEqualTo("identityNumber");
    assertThat(own.body().path("detail").asString()).contains("P1");

    lead.post("/workers", person(3, "").replace(Clerk.DONGCHUAN, Clerk.WUHUA));
    Answer foreign = clerk.post("/workers", person(2, "").replace(number(2), number(3)));
    assertThat(foreign.body().path("detail").asString()).contains("其他县").doesNotContain("P3");
  }

  @Test
  void anExistingCodeIsNotRegisteredAgain() {
    clerk.post("/workers", person(1, ""));
    assertThat(clerk.post("/workers", person(1, "")).code()).isEqualTo("PERSON_EXISTS");
  }

  @Test
  void aPersonWithoutACodeIsGivenOne() {
    Answer answer = clerk.post("/workers", person(1, "").replace("'personId':'P1',", ""));
    assertThat(answer.body().at("/worker/personId").asString()).matches("N[0-9A-F]{12}");
  }

  @Test
  void aSpellIsStartedAndEnded() {
    imports(spell(1, "县内", "甲公司", "2024-06-01", ""));

    Answer ended = clerk.change("POST", "workers/P1", "/spells/0/end", "{'end':'2024-06-05'}");
    assertThat(ended.outcome()).as(ended.body().toString()).isEqualTo("APPLIED");
    assertThat(working("2024-06-04")).isOne();
    assertThat(working("2024-06-05")).isZero();

    Answer started =
        clerk.change(
            "POST",
            "workers/P1",
            "/spells",
            "{'start':'2024-06-08','area':'OUT_OF_PROVINCE','employer':'乙公司'}");
    assertThat(started.body().at("/worker/spells").size()).isEqualTo(2);
    assertThat(working("2024-06-10")).isOne();
    assertThat(department.events())
        .extracting(event -> event.json().path("version").asInt())
        .endsWith(2, 3);
  }

  @Test
  void anEditKeepsWhatItDoesNotTellOfTheIdentity() {
    imports(spell(1, "县内", "甲公司", "2024-06-01", ""));

    Answer answer =
        clerk.change(
            "PUT",
            "workers/P1",
            "",
            "{'township':'铜都街道','village':'石羊村','category':'MONITORED','labour':'SKILLED','wishToWork':true,"
                + "'spells':[{'start':'2024-06-01','area':'IN_COUNTY','employer':'甲公司','post':'ORDINARY','monthlyWage':'3600'}]}");

    assertThat(answer.outcome()).as(answer.body().toString()).isEqualTo("APPLIED");
    assertThat(answer.body().at("/worker/category").asString()).isEqualTo("MONITORED");
    assertThat(answer.body().at("/worker/maskedIdentityNumber").asString()).startsWith("530");
    assertThat(answer.body().at("/worker/spells/0/monthlyWage").asString()).isEqualTo("3600.00");
  }

  @Test
  void whatIsSaidAlreadyChangesNothing() {
    imports(worker(1));
    Answer answer =
        clerk.change(
            "PUT",
            "workers/P1",
            "",
            "{'township':'铜都街道','village':'石羊村','category':'LIFTED','labour':'ORDINARY'}");
    assertThat(answer.outcome()).isEqualTo("UNCHANGED");
    assertThat(clerk.version("workers/P1")).isOne();
    assertThat(department.events()).hasSize(1);
  }

  @Test
  void anEditBegunOnAnOlderVersionIsRefused() {
    imports(spell(1, "县内", "甲公司", "2024-06-01", ""));
    clerk.change("POST", "workers/P1", "/spells/0/end", "{'end':'2024-06-05'}");

    Answer late = clerk.write("POST", "/workers/P1/spells/0/end", "{'end':'2024-06-06'}", 1L);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.code()).isEqualTo("CHANGED_MEANWHILE");
    assertThat(
            clerk.write("POST", "/workers/P1/spells/0/end", "{'end':'2024-06-06'}", null).status())
        .isEqualTo(428);
  }

  @Test
  void aPersonMovesToAnotherHouseholdFromADayOn() {
    imports(spell(1, "县内", "甲公司", "2024-06-01", ""));
    department.imports("households", households(Clerk.WUHUA + ",H9,脱贫户,3,2023,30000,西翥,团结村"));

    Answer answer =
        lead.change("POST", "workers/P1", "/move", "{'householdId':'H9','from':'2024-06-05'}");

    assertThat(answer.outcome()).as(answer.body().toString()).isEqualTo("APPLIED");
    assertThat(department.figure("employment.working", Clerk.DONGCHUAN, "2024-06-04")).isOne();
    assertThat(department.figure("employment.working", Clerk.DONGCHUAN, "2024-06-05")).isZero();
    assertThat(department.figure("employment.working", Clerk.WUHUA, "2024-06-05")).isOne();
    assertThat(answer.body().at("/worker/village").asString()).isEqualTo("团结村");
    assertThat(
            lead.change("POST", "workers/P1", "/move", "{'householdId':'H9','from':'2024-06-11'}")
                .code())
        .isEqualTo("DATE_IN_FUTURE");
  }

  @Test
  void aPreviewTellsWhichFiguresMoveAndChangesNothing() {
    department.imports("targets", targets("东川区,2024,务工人数,3,"));
    imports(spell(1, "县内", "甲公司", "2024-06-01", ""), spell(2, "县内", "甲公司", "2024-06-01", ""));
    department.events();

    Answer answer =
        clerk.write("POST", "/workers/P1/spells/0/end?preview=true", "{'end':'2024-06-05'}", 1L);

    assertThat(answer.outcome()).isEqualTo("PREVIEW");
    assertThat(answer.body().path("needsReview").asBoolean()).isFalse();
    assertThat(answer.body().path("effects").valueStream().map(e -> e.path("text").asString()))
        .containsExactly("东川区 务工人数 2 → 1", "东川区 完成率 66.67% → 33.33%", "东川区 返乡回流 0 → 1");
    assertThat(working("2024-06-10")).isEqualTo(2);
    assertThat(department.events()).isEmpty();
    assertThat(clerk.version("workers/P1")).isOne();
  }

  @Test
  void aProbableDuplicateIsSavedOnceConfirmed() {
    clerk.post("/workers", person(8, ""));
    String twin = person(16, "");

    Answer warned = clerk.post("/workers", twin);
    assertThat(warned.status()).isEqualTo(409);
    assertThat(warned.code()).isEqualTo("CONFIRMATION_NEEDED");
    assertThat(warned.body().at("/warnings/0/people/0").asString()).isEqualTo("P8");
    assertThat(clerk.post("/workers?confirm=POSSIBLE_DUPLICATE", twin).status()).isEqualTo(201);
  }

  @Test
  void aRetriedWriteTakesEffectOnce() {
    imports(spell(1, "县内", "甲公司", "2024-06-01", ""));
    String key = "retry";
    List<HttpResponse<String>> answers = List.of(end(key, "2024-06-05"), end(key, "2024-06-05"));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
    assertThat(end(key, "2024-06-06").statusCode()).isEqualTo(422);
    assertThat(clerk.version("workers/P1")).isEqualTo(2);
  }

  @Test
  void aLeaderAndAnAuditorWriteNothing() {
    for (String role : List.of("LEADER", "AUDITOR")) {
      String token = TestTokens.shared().token(role, "530100");
      HttpResponse<String> answer =
          department.write(
              "POST", "/api/employment/workers", person(1, "").replace('\'', '"'), null, token);
      assertThat(answer.statusCode()).isEqualTo(403);
    }
  }

  private HttpResponse<String> end(String key, String day) {
    return department.write(
        key,
        "POST",
        "/api/employment/workers/P1/spells/0/end",
        "{\"end\":\"" + day + "\"}",
        1L,
        clerk.token());
  }

  static String person(int n, String spell) {
    return """
        {'personId':'P%1$d','householdId':'H%1$d','county':'530113','township':'铜都街道','village':'石羊村',
        'name':'张%2$s','identityNumber':'%3$s','category':'LIFTED','labour':'ORDINARY','spells':[%4$s]}
        """
        .formatted(
            n, "甲乙丙丁戊己庚辛".charAt(n % 8), number(n), spell.isEmpty() ? "" : "{" + spell + "}");
  }

  private void imports(Row... rows) {
    assertThat(department.imports("workers", workers(rows)).status()).isEqualTo("COMPLETED");
  }

  private int working(String day) {
    return department.figure("employment.working", Clerk.DONGCHUAN, day);
  }

  private long count(String table) {
    return department.database().sql("select count(*) from " + table).query(Long.class).single();
  }

  private List<String> audited() {
    return department
        .database()
        .sql("select action || ' ' || subject from audit_entry")
        .query(String.class)
        .list();
  }
}
