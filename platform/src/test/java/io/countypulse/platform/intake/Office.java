package io.countypulse.platform.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who hands files in, what they are made of, and what the database holds afterwards. */
final class Office {

  static final String HEADER = "县（市）区,人编号,姓名,开始日期,月工资\n";
  static final String CITY = "530100";
  static final String PANLONG = "530103";
  static final String WUHUA = "530102";

  private final JdbcClient database;
  private final ScopedTransactions transactions;
  private final PeopleFile people;
  private final Environment environment;

  Office(
      JdbcClient database,
      ScopedTransactions transactions,
      PeopleFile people,
      Environment environment) {
    this.database = database;
    this.transactions = transactions;
    this.people = people;
    this.environment = environment;
  }

  /** No import at work, nobody on record. */
  void open() {
    people.atLine = line -> {};
    Awaitility.await()
        .until(
            () ->
                count("select count(*) from import_job where status in ('QUEUED', 'RUNNING')")
                    == 0);
    change("delete from person");
    change("delete from person_event");
  }

  Desk desk(String role, String... counties) {
    return new Desk(
        environment.getRequiredProperty("local.server.port", Integer.class), role, counties);
  }

  Desk lead() {
    return desk("EMPLOYMENT_LEAD", CITY);
  }

  Desk clerk() {
    return desk("EMPLOYMENT_CLERK", PANLONG);
  }

  /** Rows of people numbered from one number to another. */
  static String rows(String prefix, int from, int to) {
    var rows = new StringBuilder();
    IntStream.range(from, to)
        .forEach(number -> rows.append("盘龙区," + prefix + number + ",李四,2024-06-01,3500\n"));
    return rows.toString();
  }

  static int applied(JsonNode answer) {
    return answer.get("rows").get("applied").asInt();
  }

  static String id(HttpResponse<byte[]> answer) {
    return Desk.json(answer).get("id").asString();
  }

  static String rejects(Desk desk, JsonNode answer) {
    return new String(desk.get("/" + answer.get("id").asString() + "/rejects").body(), UTF_8);
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  List<String> stored() {
    return transactions.read(
        CountyScope.city(),
        () ->
            database
                .sql("select code || ' ' || county || ' ' || name from person order by code")
                .query(String.class)
                .list());
  }

  int events() {
    return count("select count(*) from person_event");
  }

  int count(String sql) {
    return transactions.read(
        CountyScope.city(), () -> database.sql(sql).query(Integer.class).single());
  }

  void change(String sql) {
    transactions.write(CountyScope.city(), () -> database.sql(sql).update());
  }
}
