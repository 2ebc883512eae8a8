package io.countypulse.employment.entry;

import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.workers;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.entry.Clerk.Answer;
import io.countypulse.testing.TestTokens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The business date is 10 June 2024: May and all before it are closed. */
class ReviewTest {

  private static final String END_IN_MAY = "{'end':'2024-05-20','reason':'合同五月到期'}";

  private final Department department = Department.shared().reset();
  private final Clerk clerk = Clerk.of(department, "clerk", Clerk.DONGCHUAN);
  private final Clerk second = Clerk.of(department, "second", Clerk.DONGCHUAN);
  private final Clerk lead = Clerk.lead(department);

  @BeforeEach
  void somebodyIsInWorkSinceFebruary() {
    department.imports(
        "workers",
        workers(spell(1, "县内", "甲公司", "2024-02-01", ""), spell(2, "县内", "乙公司", "2024-02-01", "")));
    department.events();
  }

  @Test
  void aChangeOfAClosedMonthWaitsForASecondPerson() {
    Answer asked = ask(END_IN_MAY);

    assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
    assertThat(asked.outcome()).isEqualTo("PENDING_REVIEW");
    assertThat(asked.body().at("/review/firstDay").asString()).isEqualTo("2024-05-20");
    assertThat(asked.body().path("closedBefore").asString()).isEqualTo("2024-06-01");
    assertThat(working("2024-06-10")).isEqualTo(2);
    assertThat(department.events()).isEmpty();

    Answer approved = second.post("/reviews/" + review() + "/approve", "{}");
    assertThat(approved.outcome()).as(approved.body().toString()).isEqualTo("APPLIED");
    assertThat(working("2024-05-20")).isOne();
    assertThat(department.events()).hasSize(1);
  }

  @Test
  void theHistoryNamesBoth() {
    ask(END_IN_MAY);
    second.post("/reviews/" + review() + "/approve", "{}");

    var newest = clerk.get("/workers/P1/history").body().at("/entries/0");
    assertThat(newest.path("action").asString()).isEqualTo("SPELL_ENDED");
    assertThat(newest.path("by").asString()).isEqualTo("clerk");
    assertThat(newest.path("approvedBy").asString()).isEqualTo("second");
    assertThat(newest.path("reason").asString()).isEqualTo("合同五月到期");
    assertThat(newest.at("/changes/0/field").asString()).isEqualTo("spells");
    assertThat(newest.at("/changes/0/new/0/end").asString()).isEqualTo("2024-05-20");
  }

  @Test
  void somebodyNewWhoWorkedInAClosedMonthWaitsAsWell() {
    String body = WorkerEntryTest.person(3, "'start':'2024-03-01','area':'省外','province':'浙江'");
    Answer silent = clerk.post("/workers", body);
    assertThat(List.of(silent.code(), silent.field())).containsExactly("REASON_MISSING", "reason");
    Answer asked = clerk.post("/workers", body.replaceFirst("\\{", "{'reason':'外出务工时漏报',"));
    assertThat(asked.outcome()).as(asked.body().toString()).isEqualTo("PENDING_REVIEW");
    assertThat(clerk.get("/workers/P3").status()).isEqualTo(404);
    assertThat(department.events()).isEmpty();

    Answer approved = second.post("/reviews/" + review() + "/approve", "{}");
    assertThat(approved.status()).as(approved.body().toString()).isEqualTo(201);
    assertThat(working("2024-03-01")).isEqualTo(3);
    assertThat(clerk.get("/workers/P3/history").body().at("/entries/0/approvedBy").asString())
        .isEqualTo("second");
  }

  @Test
  void itNeedsAReason() {
    Answer asked = ask("{'end':'2024-05-20'}");
    assertThat(asked.code()).isEqualTo("REASON_MISSING");
    assertThat(asked.field()).isEqualTo("reason");
  }

  @Test
  void whoAskedCannotApprove() {
    ask(END_IN_MAY);
    assertThat(clerk.post("/reviews/" + review() + "/approve", "{}").code())
        .isEqualTo("REVIEW_OWN");
    assertThat(lead.post("/reviews/" + review() + "/approve", "{}").status()).isEqualTo(200);
  }

  @Test
  void nobodyOfAnotherCountySeesOrDecidesIt() {
    ask(END_IN_MAY);
    Clerk foreign = Clerk.of(department, "foreign", Clerk.WUHUA);
    assertThat(foreign.get("/reviews").body().path("items").size()).isZero();
    assertThat(foreign.get("/reviews/" + review()).status()).isEqualTo(404);
    assertThat(foreign.post("/reviews/" + review() + "/approve", "{}").status()).isEqualTo(404);
  }

  @Test
  void itIsSentBackWithAReason() {
    ask(END_IN_MAY);
    String review = review();
    assertThat(second.post("/reviews/" + review + "/send-back", "{}").code())
        .isEqualTo("REASON_MISSING");
    assertThat(second.post("/reviews/" + review + "/send-back", "{'reason':'请附合同'}").status())
        .isEqualTo(200);

    assertThat(second.post("/reviews/" + review + "/approve", "{}").code())
        .isEqualTo("REVIEW_DECIDED");
    assertThat(clerk.get("/reviews?state=SENT_BACK").body().at("/items/0/answer").asString())
        .isEqualTo("请附合同");
    assertThat(working("2024-06-10")).isEqualTo(2);
  }

  @Test
  void whatChangedMeanwhileIsNotApproved() {
    ask(END_IN_MAY);
    clerk.change(
        "POST", "workers/P1", "/spells", "{'start':'2024-06-02','area':'县内','employer':'丙公司'}");

    Answer stale = second.post("/reviews/" + review() + "/approve", "{}");
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("REVIEW_STALE");
  }

  @Test
  void oneRecordHasOneChangeWaiting() {
    ask(END_IN_MAY);
    assertThat(ask(END_IN_MAY).code()).isEqualTo("REVIEW_WAITING");
    clerk.post("/reviews/" + review() + "/withdraw", "{}");
    assertThat(ask(END_IN_MAY).status()).isEqualTo(202);
  }

  @Test
  void theSecondPersonSeesTheEffectBeforehand() {
    ask(END_IN_MAY);
    Answer opened = second.get("/reviews/" + review());

    assertThat(
            opened.body().at("/preview/effects").valueStream().map(e -> e.path("text").asString()))
        .contains("东川区 务工人数 2 → 1");
    assertThat(opened.body().at("/preview/worker/spells/0/end").asString()).isEqualTo("2024-05-20");
    assertThat(working("2024-06-10")).isEqualTo(2);
  }

  @Test
  void aWrongCountyIsCorrectedForAllThePastByTwo() {
    Answer asked =
        lead.change("POST", "households/H1", "/correct", "{'county':'530102','reason':'建档时录错县区'}");
    assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
    assertThat(asked.body().at("/review/counties").valueStream().map(c -> c.asString()))
        .containsExactly("530102", "530113");

    Clerk other =
        new Clerk(department, TestTokens.shared().tokenOf("deputy", "EMPLOYMENT_LEAD", "530100"));
    assertThat(other.post("/reviews/" + review() + "/approve", "{}").status()).isEqualTo(200);
    assertThat(working("2024-02-01")).isOne();
    assertThat(department.figure("employment.working", Clerk.WUHUA, "2024-02-01")).isOne();
  }

  @Test
  void aMoveInTheOpenMonthNeedsNoSecondPerson() {
    Answer moved =
        lead.change("POST", "households/H1", "/move", "{'county':'530102','from':'2024-06-03'}");

    assertThat(moved.outcome()).as(moved.body().toString()).isEqualTo("APPLIED");
    assertThat(moved.body().at("/household/residence/1/county").asString()).isEqualTo("530102");
    assertThat(working("2024-06-03")).isOne();
    assertThat(working("2024-06-02")).isEqualTo(2);
  }

  @Test
  void theChangeThatWaitsIsKeptEncrypted() {
    ask(END_IN_MAY);
    List<byte[]> kept =
        department.database().sql("select change from review").query(byte[].class).list();
    assertThat(new String(kept.getFirst(), ISO_8859_1)).doesNotContain("personId");
  }

  private Answer ask(String end) {
    return clerk.change("POST", "workers/P1", "/spells/0/end", end);
  }

  private String review() {
    return lead.get("/reviews").body().at("/items/0/id").asString();
  }

  private int working(String day) {
    return department.figure("employment.working", Clerk.DONGCHUAN, day);
  }
}
