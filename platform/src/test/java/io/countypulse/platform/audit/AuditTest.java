package io.countypulse.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countypulse.platform.MigratedDatabase;
import io.countypulse.platform.audit.ChainState.Broken;
import io.countypulse.platform.audit.ChainState.Intact;
import io.countypulse.platform.units.UnitCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class AuditTest {

  private final MigratedDatabase database = MigratedDatabase.with("audit");
  private final JdbcClient app = database.app();
  private final TransactionTemplate transaction = database.transaction();
  private final Audit audit = new Audit(app, JsonMapper.shared());

  @Test
  void anEntrySaysWhoDidWhatToWhomWhenAndFromWhere() {
    audit.record(
        new AuditEntry(
            new Actor("李四", Set.of("EMPLOYMENT_LEAD", "EMPLOYMENT_CLERK"), "10.0.0.7"),
            "IDENTITY_REVEALED",
            "worker:4711",
            new UnitCode("530113"),
            Map.of("reason", "电话核实")));

    Map<String, Object> entry =
        app.sql(
                "select actor, array_to_string(roles, ' ') as roles, action, subject, county,"
                    + " address, detail->>'reason' as reason,"
                    + " recorded_at between now() - interval '1 minute' and now() as recent"
                    + " from audit_entry")
            .query()
            .singleRow();
    assertThat(entry)
        .containsEntry("actor", "李四")
        .containsEntry("roles", "EMPLOYMENT_CLERK EMPLOYMENT_LEAD")
        .containsEntry("action", "IDENTITY_REVEALED")
        .containsEntry("subject", "worker:4711")
        .containsEntry("county", "530113")
        .containsEntry("address", "10.0.0.7")
        .containsEntry("reason", "电话核实")
        .containsEntry("recent", true);
  }

  @Test
  void anUntouchedChainIsIntactAndEveryEntryMovesItsHead() {
    assertThat(audit.verify()).isEqualTo(new Intact(0, ""));

    write(3);
    Intact before = (Intact) audit.verify();
    write(1);
    Intact after = (Intact) audit.verify();

    assertThat(before.entries()).isEqualTo(3);
    assertThat(after.entries()).isEqualTo(4);
    assertThat(after.head()).isNotEqualTo(before.head());
  }

  @Test
  void anEntryStandsOrFallsWithItsTransaction() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      audit.record(entry(1));
                      throw new IllegalStateException("the business failed");
                    }))
        .hasMessage("the business failed");
    assertThat(entries()).isZero();

    transaction.executeWithoutResult(status -> audit.record(entry(2)));
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void aTransactionThatOnlyReadsCannotBeAudited() {
    TransactionTemplate reading = database.transaction();
    reading.setReadOnly(true);

    assertThatThrownBy(() -> reading.executeWithoutResult(status -> audit.record(entry(1))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void manyWritersAtOnceMakeOneChain() throws InterruptedException {
    List<Thread> writers =
        IntStream.range(0, 8)
            .mapToObj(
                writer ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              for (int i = 0; i < 10; i++) {
                                transaction.executeWithoutResult(status -> audit.record(entry(1)));
                              }
                            }))
            .toList();
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(audit.verify()).isInstanceOfSatisfying(Intact.class, Intact::entries);
    assertThat(entries()).isEqualTo(80);
  }

  @Test
  void nobodyChangesOrRemovesAnEntry() {
    write(1);

    for (JdbcClient role : List.of(app, database.owner())) {
      for (String change :
          List.of(
              "update audit_entry set actor = 'nobody'",
              "delete from audit_entry",
              "truncate audit_entry")) {
        assertThatThrownBy(() -> role.sql(change).update()).isNotNull();
      }
    }
    assertThatThrownBy(() -> app.sql("insert into audit_entry select * from audit_entry").update())
        .hasRootCauseMessage("ERROR: permission denied for table audit_entry");
    assertThat(audit.verify()).isInstanceOf(Intact.class);
  }

  @Test
  void aChangeBehindTheTriggersBackIsFoundWhereItBegins() {
    write(5);
    tamper("update audit_entry set detail = '{\"row\": 99}' where number = 3");

    assertThat(audit.verify()).isEqualTo(new Broken(3));
  }

  @Test
  void aRemovedEntryIsFound() {
    write(5);
    tamper("delete from audit_entry where number = 2");

    assertThat(audit.verify()).isEqualTo(new Broken(3));
  }

  @Test
  void aRemovedBeginningIsFound() {
    write(3);
    tamper("delete from audit_entry where number = 1");

    assertThat(audit.verify()).isEqualTo(new Broken(2));
  }

  @Test
  void exchangedEntriesAreFound() {
    write(3);
    tamper("update audit_entry set number = -number where number < 3");
    tamper("update audit_entry set number = 3 + number where number < 0");

    assertThat(audit.verify()).isEqualTo(new Broken(1));
  }

  @Test
  void aCutEndShowsInTheHead() {
    write(3);
    Intact before = (Intact) audit.verify();
    tamper("delete from audit_entry where number = 3");
    write(1);

    assertThat(audit.verify())
        .isInstanceOfSatisfying(
            Intact.class,
            after -> {
              assertThat(after.entries()).isEqualTo(before.entries());
              assertThat(after.head()).isNotEqualTo(before.head());
            });
  }

  private void tamper(String change) {
    JdbcClient owner = database.owner();
    owner.sql("alter table audit_entry disable trigger all").update();
    owner.sql(change).update();
    owner.sql("alter table audit_entry enable trigger all").update();
  }

  private void write(int entries) {
    for (int i = 0; i < entries; i++) {
      audit.record(entry(i));
    }
  }

  private static AuditEntry entry(int row) {
    return new AuditEntry(Actor.service("test"), "TESTED", "row:" + row, null, Map.of("row", row));
  }

  private long entries() {
    return app.sql("select count(*) from audit_entry").query(Long.class).single();
  }
}
