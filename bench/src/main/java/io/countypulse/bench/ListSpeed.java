package io.countypulse.bench;

import io.countypulse.testing.PulseApi;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a clerk asks all day: first pages, filters, further pages, searches and details, at a steady
 * rate; against the same rows by plain JDBC. A late answer is measured from when it was due.
 */
final class ListSpeed {
  private static final int REQUESTS_A_SECOND = 50;
  private static final long SEED = 20_240_610;
  private static final String[] LISTS = {
    "", "&county=%s", "&area=IN_PROVINCE", "&area=IN_COUNTY&county=%s", "&working=false&county=%s"
  };
  private static final String[] PLAIN_LISTS = {
    "true",
    "county = '%s'",
    "employed @> date '2024-06-10' and spells::text like '%%IN_PROVINCE%%'",
    "county = '%s' and employed @> date '2024-06-10' and spells::text like '%%IN_COUNTY%%'",
    "county = '%s' and not employed @> date '2024-06-10'"
  };
  private static final String PAGE =
      "select * from worker where %s order by county, household_id, person_id limit 51";

  private final ServiceProcess employment;
  private final List<String> counties = new ArrayList<>();
  private final List<String> people = new ArrayList<>();
  private final List<String> households = new ArrayList<>();

  ListSpeed(ServiceProcess employment) throws SQLException {
    this.employment = employment;
    try (Connection connection = employment.owner();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select person_id, household_id, county from worker tablesample bernoulli (1)"
                        + " repeatable (1)")) {
      while (rows.next()) {
        people.add(rows.getString(1));
        households.add(rows.getString(2));
        if (!counties.contains(rows.getString(3))) {
          counties.add(rows.getString(3));
        }
      }
    }
  }

  /** Milliseconds of each answer of the service. */
  double[] ours(int seconds) throws InterruptedException, ExecutionException {
    PulseApi api = employment.api();
    return atARate(
        seconds,
        random -> {
          String path = path(random);
          return () -> {
            HttpResponse<String> answer = api.get(path);
            if (answer.statusCode() != 200) {
              throw new IllegalStateException(path + " → " + answer.statusCode());
            }
            return null;
          };
        });
  }

  /** Milliseconds of each query. */
  double[] plain(int seconds) throws InterruptedException, ExecutionException, SQLException {
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      connections.add(employment.owner());
    }
    var idle = new LinkedBlockingQueue<>(connections);
    double[] times =
        atARate(
            seconds,
            random -> {
              String sql = sql(random);
              return () -> {
                Connection connection = idle.take();
                try (PreparedStatement query = connection.prepareStatement(sql);
                    ResultSet rows = query.executeQuery()) {
                  while (rows.next()) {
                    rows.getString(1);
                  }
                } finally {
                  idle.put(connection);
                }
                return null;
              };
            });
    for (Connection connection : connections) {
      connection.close();
    }
    return times;
  }

  /** The following page of a list, once, so that a wrong cursor is noticed. */
  void check() {
    JsonNode first = employment.api().getJson("/api/employment/workers?limit=50");
    JsonNode second =
        employment
            .api()
            .getJson("/api/employment/workers?limit=50&after=" + first.get("next").asString());
    if (first.get("items").size() != 50 || first.at("/items/0").equals(second.at("/items/0"))) {
      throw new IllegalStateException("pages are wrong");
    }
  }

  private interface Work {
    Callable<Void> next(Random random);
  }

  private static double[] atARate(int seconds, Work work)
      throws InterruptedException, ExecutionException {
    Random random = new Random(SEED);
    List<Future<Double>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long began = System.nanoTime();
      for (int request = 0; request < seconds * REQUESTS_A_SECOND; request++) {
        long due = began + request * 1_000_000_000L / REQUESTS_A_SECOND;
        Callable<Void> one = work.next(random);
        LockSupport.parkNanos(due - System.nanoTime());
        running.add(
            threads.submit(
                () -> {
                  one.call();
                  return (System.nanoTime() - due) / 1e6;
                }));
      }
    }
    double[] times = new double[running.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = running.get(i).get();
    }
    return times;
  }

  private String path(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "/api/employment/workers/" + any(people, random);
      case 1 -> "/api/employment/workers?limit=50&q=" + any(households, random);
      default ->
          "/api/employment/workers?limit=50"
              + LISTS[random.nextInt(LISTS.length)].formatted(any(counties, random));
    };
  }

  private String sql(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "select * from worker where person_id = '%s'".formatted(any(people, random));
      case 1 -> PAGE.formatted("household_id = '%s'".formatted(any(households, random)));
      default ->
          PAGE.formatted(
              PLAIN_LISTS[random.nextInt(PLAIN_LISTS.length)].formatted(any(counties, random)));
    };
  }

  private static String any(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
