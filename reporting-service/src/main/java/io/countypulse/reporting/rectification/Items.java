package io.countypulse.reporting.rectification;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.alert.AlertView;
import io.countypulse.reporting.alert.Alerts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger's items of a caller's counties. */
@Component
class Items {

  private static final int MOST = 5_000;
  private static final int LONG_LATE = 7;
  private static final String SELECT =
      """
      select * from rectification
      where (:id::bigint is null or id = :id)
        and (:state = 'ALL' or (:state = 'UNFINISHED' and state <> 'CLOSED') or state = :state)
      order by state = 'CLOSED', deadline, id limit
      """
          + MOST;

  private final JdbcClient jdbc;
  private final ScopedTransactions transactions;
  private final Alerts alerts;
  private final Units units;
  private final BusinessDate businessDate;

  Items(
      JdbcClient jdbc,
      ScopedTransactions transactions,
      Alerts alerts,
      Units units,
      BusinessDate businessDate) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.alerts = alerts;
    this.units = units;
    this.businessDate = businessDate;
  }

  /** A file as it was put in. */
  record Content(String fileName, String mediaType, ByteArrayResource bytes) {}

  private record Step(long item, Item.Step step) {}

  private record Proof(long item, Item.Evidence evidence) {}

  /**
   * The items of a scope, those due first before those closed.
   *
   * @param state a state, UNFINISHED or ALL
   */
  List<Item> list(CountyScope scope, String state) {
    return select(scope, null, state);
  }

  Optional<Item> find(CountyScope scope, long id) {
    return select(scope, id, "ALL").stream().findFirst();
  }

  Optional<Content> content(CountyScope scope, long item, long evidence) {
    return transactions.read(
        scope,
        () ->
            jdbc.sql(
                    "select file_name, media_type, content from evidence where item = ? and id = ?")
                .params(item, evidence)
                .query(
                    (row, _) ->
                        new Content(
                            row.getString(1),
                            row.getString(2),
                            new ByteArrayResource(row.getBytes(3))))
                .optional());
  }

  private List<Item> select(CountyScope scope, @Nullable Long id, String state) {
    Map<Long, AlertView> known = new HashMap<>();
    alerts.list(scope, "ALL", null).forEach(each -> known.put(each.id(), each));
    return transactions.read(
        scope,
        () -> {
          Map<Long, List<Item.Step>> steps = steps(id);
          Map<Long, List<Item.Evidence>> proofs = proofs(id);
          return jdbc.sql(SELECT)
              .param("id", id)
              .param("state", state)
              .query(
                  (row, _) ->
                      item(
                          row,
                          known,
                          steps.getOrDefault(row.getLong("id"), List.of()),
                          proofs.getOrDefault(row.getLong("id"), List.of())))
              .list();
        });
  }

  private Map<Long, List<Item.Step>> steps(@Nullable Long id) {
    return jdbc
        .sql("select * from rectification_step where :id::bigint is null or item = :id order by id")
        .param("id", id)
        .query(
            (row, _) ->
                new Step(
                    row.getLong("item"),
                    new Item.Step(
                        row.getString("step"),
                        row.getString("actor"),
                        row.getString("note"),
                        instant(row, "acted_at"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(Step::item, Collectors.mapping(Step::step, Collectors.toList())));
  }

  private Map<Long, List<Item.Evidence>> proofs(@Nullable Long id) {
    return jdbc
        .sql(
            """
            select id, item, file_name, media_type, size, sha256, uploaded_by from evidence
            where :id::bigint is null or item = :id order by id
            """)
        .param("id", id)
        .query(
            (row, _) ->
                new Proof(
                    row.getLong("item"),
                    new Item.Evidence(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getInt("size"),
                        row.getString("sha256"),
                        row.getString("uploaded_by"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Proof::item, Collectors.mapping(Proof::evidence, Collectors.toList())));
  }

  private Item item(
      ResultSet row,
      Map<Long, AlertView> known,
      List<Item.Step> steps,
      List<Item.Evidence> evidence)
      throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    LocalDate deadline = row.getObject("deadline", LocalDate.class);
    Item.State state = Item.State.valueOf(row.getString("state"));
    int late = state == Item.State.CLOSED ? 0 : daysLate(deadline);
    Long alert = row.getObject("alert", Long.class);
    AlertView view = alert == null ? null : known.get(alert);
    return new Item(
        row.getLong("id"),
        county.value(),
        units.find(county).map(Unit::name).orElse(county.value()),
        row.getString("problem"),
        row.getString("responsible"),
        deadline,
        row.getString("measures"),
        state,
        late,
        escalation(late),
        row.getString("created_by"),
        instant(row, "created_at"),
        row.getString("submitted_by"),
        row.getString("verified_by"),
        row.getString("closed_by"),
        row.getObject("closed_on", LocalDate.class),
        view == null ? null : Item.DataView.of(view),
        steps,
        evidence);
  }

  private int daysLate(LocalDate deadline) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(deadline, businessDate.today()));
  }

  private static int escalation(int late) {
    if (late == 0) {
      return 0;
    }
    return late <= LONG_LATE ? 1 : 2;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
