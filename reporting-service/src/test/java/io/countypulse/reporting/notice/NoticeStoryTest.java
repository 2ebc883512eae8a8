package io.countypulse.reporting.notice;

import static io.countypulse.reporting.CreditEvents.loan;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.reporting.CreditEvents.LoanEvent;
import io.countypulse.reporting.EventLog;
import io.countypulse.reporting.RunningService;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.TestTokens;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From alerts in the log to messages at real servers, each once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoticeStoryTest {

  private static final String WUHUA = "530102";
  private static final String PANLONG = "530103";
  private static final String GUANDU = "530111";
  private static final String YANGZONGHAI = "Z530102";
  private static final String SUBSCRIPTIONS = "/api/reporting/subscriptions";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final TestTokens TOKENS = TestTokens.shared();
  private static final String LEADER = TOKENS.tokenOf("sun", "LEADER", "530100");
  private static final String CLERK = TOKENS.tokenOf("wang", "CREDIT_CLERK", WUHUA);
  private static final String STRANGER = TOKENS.tokenOf("zhao", "CREDIT_CLERK", GUANDU);

  private final Robot robot = new Robot();
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private Map<String, String> settings;
  private RunningService service;
  private EventLog log;

  @BeforeAll
  void start() {
    mail.start();
    settings = RunningService.newSettingsAndLog();
    settings.put("pulse.notices.settle", "0s");
    settings.put("pulse.notices.retry", "200ms");
    settings.put("pulse.notices.attempts", "3");
    settings.put("pulse.notices.loopback", "true");
    settings.put("pulse.notices.public-url", "https://pulse.example");
    settings.put("spring.mail.host", "127.0.0.1");
    settings.put("spring.mail.port", String.valueOf(mail.getSmtp().getPort()));
    log = EventLog.of(settings);
    tell(loan("P", 1, PANLONG, "2024-02-03").stands("2024-03-04", "48000.00", "900.00", "OVERDUE"));
    service = RunningService.start(settings);
  }

  @AfterAll
  void stop() {
    service.close();
    log.close();
    mail.stop();
    robot.close();
  }

  @Test
  @Order(1)
  void whatIsFoundInTheHistoryIsToldToNobody() {
    Eventually.holds("found", PATIENCE, () -> openAlerts(PANLONG) == 1);
    log.creditHeartbeat();
    subscribe(LEADER, "EMAIL", "sun@km.gov.cn", PANLONG, "");
    assertThat(service.getJson("/api/reporting/notifications", LEADER).get("unread").asInt())
        .isZero();
    assertThat(service.getJson("/api/reporting/deliveries", LEADER).get("deliveries")).isEmpty();
  }

  @Test
  @Order(2)
  void anAlertIsToldOnceToEachWhoAskedForItsCountyAndSeverity() throws Exception {
    subscribe(CLERK, "WECOM", robot.address("/wecom"), WUHUA, "");
    subscribe(CLERK, "DINGTALK", robot.address("/dingtalk"), WUHUA, ",\"secret\":\"SECdemo\"");
    robot.answers("/feishu", _ -> new Robot.Answer(200, "{\"code\":0,\"msg\":\"success\"}"));
    subscribe(LEADER, "FEISHU", robot.address("/feishu"), "", ",\"secret\":\"SECdemo\"");
    subscribe(LEADER, "EMAIL", "li.ming@km.gov.cn", WUHUA, "");
    subscribe(LEADER, "WECOM", robot.address("/severe"), WUHUA, ",\"severity\":\"SEVERE\"");
    subscribe(STRANGER, "WECOM", robot.address("/stranger"), "", "");
    overdue("W", 1, WUHUA, "2024-05-06", "900.00");
    Eventually.holds("by mail", PATIENCE, () -> mail.getReceivedMessages().length == 1);
    Eventually.holds(
        "by robots",
        PATIENCE,
        () ->
            List.of("/wecom", "/dingtalk", "/feishu").stream()
                .noneMatch(path -> robot.received(path).isEmpty()));
    assertThat(robot.received("/wecom").getFirst().body().toString())
        .contains("【预警】五华区：逾期率超过全省警戒线（新增）", "小额信贷逾期率 1.88%，高于 1%", "https://pulse.example/alerts/");
    assertThat(robot.received("/dingtalk").getFirst().query()).contains("&timestamp=", "&sign=");
    assertThat(robot.received("/feishu").getFirst().body().get("sign").asString()).hasSize(44);
    MimeMessage letter = mail.getReceivedMessages()[0];
    assertThat(letter.getSubject()).isEqualTo("县域脉搏 【预警】五华区：逾期率超过全省警戒线（新增）");
    assertThat(letter.getContent().toString()).contains("Overdue rate 1.88 %, above 1 %");
    assertThat(letter.getMessageID()).startsWith("<delivery.");
    assertThat(robot.received("/severe")).isEmpty();
    assertThat(robot.received("/stranger")).isEmpty();
  }

  @Test
  @Order(3)
  void theInboxOfARoleShowsOwnCountiesAndWhatEachHasReadOneselfOnly() {
    JsonNode inbox = service.getJson("/api/reporting/notifications", CLERK);
    assertThat(inbox.get("items").valueStream().map(each -> each.get("county").asString()))
        .containsOnly(WUHUA);
    int unread = inbox.get("unread").asInt();
    assertThat(unread).isEqualTo(inbox.get("items").size()).isPositive();
    assertThat(service.getJson("/api/reporting/notifications", STRANGER).get("items")).isEmpty();
    JsonNode newest = inbox.get("items").get(0);
    String ids = "{\"ids\":[%d]}".formatted(newest.get("id").asLong());
    assertThat(read(STRANGER, ids)).isZero();
    assertThat(read(CLERK, ids)).isEqualTo(unread - 1);
    assertThat(read(CLERK, ids)).isEqualTo(unread - 1);
    String colleague = TOKENS.tokenOf("qian", "CREDIT_CLERK", WUHUA);
    assertThat(service.getJson("/api/reporting/notifications", colleague).get("unread").asInt())
        .isEqualTo(unread);
    assertThat(read(CLERK, "{\"through\":%d}".formatted(newest.get("id").asLong()))).isZero();
    assertThat(service.getJson("/api/reporting/notifications?unread=true", CLERK).get("items"))
        .isEmpty();
  }

  @Test
  @Order(4)
  void whatIsRefusedIsTriedAgainAndAtLastGivenUpAndShown() {
    robot.answers("/late", count -> count < 3 ? new Robot.Answer(500, "") : Robot.TAKEN);
    robot.answers(
        "/never", _ -> new Robot.Answer(200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook\"}"));
    subscribe(LEADER, "WECOM", robot.address("/late"), GUANDU, "");
    long never = subscribe(LEADER, "WECOM", robot.address("/never"), GUANDU, "");
    overdue("G", 1, GUANDU, "2024-05-06", "900.00");
    Eventually.holds("given up", PATIENCE, () -> states(never).equals(List.of("GIVEN_UP")));
    Eventually.holds("delivered", PATIENCE, () -> robot.received("/late").size() == 3);
    JsonNode entry = log(never).get(0);
    assertThat(entry.get("attempts").asInt()).isEqualTo(3);
    assertThat(entry.get("problem").asString()).isEqualTo("错误码 93000 invalid webhook");
    assertThat(entry.get("title").asString()).contains("官渡区");
    assertThat(view(LEADER, never).get("givenUp").asInt()).isEqualTo(1);
    assertThat(robot.received("/never")).hasSize(3);
  }

  @Test
  @Order(5)
  void quietHoursHoldMessagesBackAndTheyComeTogetherAfterwards() {
    LocalTime now = LocalTime.now(BusinessDate.ZONE).withSecond(0).withNano(0);
    String hours =
        ",\"severity\":\"NOTICE\",\"quietFrom\":\"%s\",\"quietUntil\":\"%s\""
            .formatted(now.minusHours(1), now.plusHours(1));
    long night = subscribe(LEADER, "WECOM", robot.address("/night"), YANGZONGHAI, hours);
    long daily =
        subscribe(
            LEADER,
            "WECOM",
            robot.address("/daily"),
            YANGZONGHAI,
            ",\"severity\":\"NOTICE\",\"digestAt\":\"%s\"".formatted(now.plusHours(1)));
    overdue("Y", 1, YANGZONGHAI, "2024-06-03", "900.00");
    Eventually.holds(
        "waiting",
        PATIENCE,
        () -> view(LEADER, night).get("waiting").asInt() == 2 && states(daily).size() == 2);
    assertThat(robot.received("/night")).isEmpty();
    String form = form("WECOM", null, YANGZONGHAI, ",\"severity\":\"NOTICE\"");
    assertThat(service.send("PUT", SUBSCRIPTIONS + "/" + night, LEADER, form).statusCode())
        .isEqualTo(200);
    Eventually.holds("after it", PATIENCE, () -> !robot.received("/night").isEmpty());
    assertThat(robot.received("/night").getFirst().body().toString())
        .contains("逾期率超过全省警戒线", "逾期率上升", "https://pulse.example/notifications");
    assertThat(robot.received("/daily")).isEmpty();
    service.part(Dispatch.class).round(Instant.now().plus(Duration.ofMinutes(61)));
    assertThat(robot.received("/daily")).hasSize(1);
    assertThat(states(daily)).containsExactly("SENT", "SENT");
    assertThat(robot.received("/night")).hasSize(1);
  }

  @Test
  @Order(6)
  void aRestartInTheMidstSendsOnceThoughAllIsReadFromTheLogAgain() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    robot.waits("/severe", gate);
    overdue("W", 2, WUHUA, "2024-05-06", "4000.00");
    Eventually.holds("under way", PATIENCE, () -> !robot.received("/severe").isEmpty());
    Thread closing = Thread.ofPlatform().start(service::close);
    assertThat(closing.join(Duration.ofMillis(300))).as("it waits for the answer").isFalse();
    gate.countDown();
    closing.join();
    settings.put("pulse.reporting.generation", "rebuilt");
    settings.put("pulse.reporting.state-directory", temporaryDirectory("rebuilt"));
    service = RunningService.start(settings);
    Eventually.holds("rebuilt", PATIENCE, () -> overdueIn(WUHUA).equals("4000.00"));
    Eventually.holds("told of it", PATIENCE, () -> robot.received("/wecom").size() == 2);
    assertThat(robot.received("/severe")).hasSize(1);
    assertThat(robot.received("/severe").getFirst().body().toString()).contains("【严重】五华区", "升级");
  }

  @Test
  @Order(7)
  void twoInstancesAtOnceSendOnceAndTellTheEndToThoseToldOfTheBeginning() {
    Map<String, String> beside = new LinkedHashMap<>(settings);
    beside.put("pulse.reporting.state-directory", temporaryDirectory("beside"));
    try (RunningService other = RunningService.start(beside)) {
      log.commit(
          List.of(
              EventLog.event(
                  EventLog.LOANS,
                  loan("W", 3, WUHUA, "2024-02-03").id(),
                  loan("W", 3, WUHUA, "2024-02-03")
                      .stands("2024-03-04", "48000.00")
                      .stands("2024-05-06", "48000.00", "4000.00", "OVERDUE")
                      .stands("2024-06-03", "48000.00")
                      .json())));
      log.creditHeartbeat();
      Eventually.holds("ended", PATIENCE, () -> robot.received("/wecom").size() == 3);
      Eventually.holds("ended", PATIENCE, () -> robot.received("/severe").size() == 2);
      assertThat(robot.received("/wecom").getLast().body().toString()).contains("已解除");
      assertThat(other.getJson("/api/reporting/notifications", CLERK).get("items")).isNotEmpty();
    }
    assertThat(robot.received("/wecom")).hasSize(3);
    assertThat(robot.received("/stranger")).as("never told of its beginning").hasSize(1);
  }

  @Test
  @Order(8)
  void whatWasSevereForADayIsToldAsItStandsNow() {
    tell(
        loan("W", 4, WUHUA, "2024-02-03")
            .stands("2024-03-04", "48000.00")
            .stands("2024-06-07", "48000.00", "4000.00", "OVERDUE")
            .stands("2024-06-10", "48000.00", "900.00", "OVERDUE"));
    Eventually.holds("told", PATIENCE, () -> robot.received("/wecom").size() == 4);
    assertThat(robot.received("/wecom").getLast().body().toString()).contains("【预警】五华区", "新增");
    assertThat(robot.received("/severe")).hasSize(2);
  }

  @Test
  @Order(9)
  void addressesStaySecretAndStrangersSubscriptionsOutOfReach() {
    long id = subscribe(CLERK, "DINGTALK", robot.address("/mine"), "", ",\"secret\":\"SECmine\"");
    String shown =
        service.get(SUBSCRIPTIONS, CLERK).body() + service.get(SUBSCRIPTIONS, LEADER).body();
    assertThat(shown).doesNotContain("top-secret-key", "SECmine", "SECdemo", "li.ming@");
    assertThat(view(CLERK, id).get("signed").asBoolean()).isTrue();
    String path = SUBSCRIPTIONS + "/" + id;
    assertThat(service.send("POST", path + "/test", STRANGER, "").statusCode()).isEqualTo(404);
    assertThat(service.send("DELETE", path, STRANGER, "").statusCode()).isEqualTo(404);
    JsonNode trial = json(service.send("POST", path + "/test", CLERK, "").body());
    assertThat(trial.get("delivered").asBoolean()).isTrue();
    assertThat(robot.received("/mine").getFirst().query()).contains("&sign=");
    String changed = form("DINGTALK", null, "", "");
    assertThat(service.send("PUT", path, LEADER, changed).statusCode())
        .as("nobody widens what another receives")
        .isEqualTo(403);
    robot.answers("/mine", _ -> new Robot.Answer(302, ""));
    JsonNode moved = json(service.send("POST", path + "/test", CLERK, "").body());
    assertThat(moved.get("problem").asString()).isEqualTo("HTTP 302");
    assertThat(robot.received("/elsewhere")).isEmpty();
    assertThat(service.send("DELETE", path, LEADER, "").statusCode()).isEqualTo(204);
    assertThat(service.send("POST", path + "/test", CLERK, "").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(10)
  void whatNobodyMaySubscribeToIsRefusedNamingTheField() {
    assertThat(refused(CLERK, form("WECOM", "https://10.0.0.1/hook", "", ""))).isEqualTo("address");
    assertThat(refused(CLERK, form("EMAIL", "a@b.cn, c@d.cn", "", ""))).isEqualTo("address");
    assertThat(refused(CLERK, form("IN_APP", null, "", ",\"role\":\"LEADER\""))).isEqualTo("role");
    assertThat(refused(CLERK, form("IN_APP", null, "", ",\"quietFrom\":\"22:00\"")))
        .isEqualTo("quietFrom");
    assertThat(
            service
                .send("POST", SUBSCRIPTIONS, CLERK, form("IN_APP", null, GUANDU, ""))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            service
                .send(
                    "POST",
                    SUBSCRIPTIONS,
                    LEADER,
                    form("IN_APP", null, "", ",\"role\":\"AUDITOR\""))
                .statusCode())
        .isEqualTo(201);
    String bank = TOKENS.token("BANK", "530100");
    assertThat(service.get(SUBSCRIPTIONS, bank).statusCode()).isEqualTo(403);
  }

  private static String temporaryDirectory(String name) {
    try {
      return Files.createTempDirectory(name).toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String overdueIn(String county) {
    String path = "/api/reporting/figures?indicator=credit.overdue&county=" + county;
    return service.getJson(path, LEADER).get("figures").get(0).get("value").asString("");
  }

  private int openAlerts(String county) {
    return service
        .getJson("/api/reporting/alerts?rule=overdue-above-line&county=" + county, LEADER)
        .get("count")
        .asInt();
  }

  private void overdue(String number, long version, String county, String day, String yuan) {
    tell(
        loan(number, version, county, "2024-02-03")
            .stands("2024-03-04", "48000.00")
            .stands(day, "48000.00", yuan, "OVERDUE"));
  }

  private void tell(LoanEvent loan) {
    log.commit(List.of(EventLog.event(EventLog.LOANS, loan.id(), loan.json())));
    log.creditHeartbeat();
  }

  private long subscribe(
      String token, String channel, String address, String county, String further) {
    String form = form(channel, address, county, further);
    var response = service.send("POST", SUBSCRIPTIONS, token, form);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return json(response.body()).get("id").asLong();
  }

  private static String form(
      String channel, @Nullable String address, String county, String further) {
    String to = address == null ? "" : ",\"address\":\"" + address + "\"";
    String counties = county.isEmpty() ? "" : ",\"counties\":[\"" + county + "\"]";
    return "{\"name\":\"试用\",\"channel\":\"" + channel + "\"" + to + counties + further + "}";
  }

  private String refused(String token, String form) {
    return json(service.send("POST", SUBSCRIPTIONS, token, form).body()).path("field").asString("");
  }

  private int read(String token, String body) {
    return json(service.send("POST", "/api/reporting/notifications/read", token, body).body())
        .get("unread")
        .asInt();
  }

  private JsonNode view(String token, long id) {
    return service
        .getJson(SUBSCRIPTIONS, token)
        .get("subscriptions")
        .valueStream()
        .filter(each -> each.get("id").asLong() == id)
        .findFirst()
        .orElseThrow();
  }

  private JsonNode log(long subscription) {
    String query = "?subscription=" + subscription;
    return service.getJson("/api/reporting/deliveries" + query, LEADER).get("deliveries");
  }

  private List<String> states(long subscription) {
    return log(subscription).valueStream().map(each -> each.get("state").asString()).toList();
  }

  private static JsonNode json(String body) {
    return JsonMapper.shared().readTree(body);
  }
}
