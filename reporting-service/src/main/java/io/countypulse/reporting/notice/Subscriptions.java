package io.countypulse.reporting.notice;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.personal.PersonalColumn;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.reporting.rule.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What people subscribed to. Who sees the whole city sees, and ends, everybody's. */
@Component
class Subscriptions {

  private static final PersonalColumn ADDRESS = PersonalColumn.of("subscription", "address");
  private static final PersonalColumn SECRET = PersonalColumn.of("subscription", "secret");
  private static final String SELECT =
      """
      select s.*, told.sent, told.waiting, told.given_up, last.problem
      from subscription s
      cross join lateral (
        select max(sent_at) as sent, count(*) filter (where state = 'WAITING') as waiting,
          count(*) filter (where state = 'GIVEN_UP' and created_at > now() - interval '7 days') as given_up
        from delivery where subscription = s.id) told
      left join lateral (
        select problem from delivery where subscription = s.id and attempts > 0
        order by coalesce(sent_at, due_at) desc, id desc limit 1) last on true
      where s.removed_at is null and (:id::bigint is null or s.id = :id)
        and (:everybody or s.owner = :owner or s.role = any (:roles))
      order by s.role nulls first, s.id
      """;
  private static final String INSERT =
      """
      insert into subscription (owner, scope, name, role, channel, address, secret, counties, department, severity,
        quiet_from, quiet_until, digest_at, enabled)
      values (:owner, :scope, :name, :role, :channel, :address, :secret, :counties, :department, :severity,
        :from::time, :until::time, :digest::time, :enabled)
      returning id
      """;
  private static final String UPDATE =
      """
      update subscription set scope = :scope, name = :name, role = :role, channel = :channel, address = :address,
        secret = :secret, counties = :counties, department = :department, severity = :severity,
        quiet_from = :from::time, quiet_until = :until::time, digest_at = :digest::time, enabled = :enabled
      where id = :id and removed_at is null
      """;
  private static final String REMOVE =
      """
      update subscription set removed_at = now(), enabled = false, secret = null,
        address = case when address is not null then ''::bytea end
      where id = ?
      """;
  private static final String TRIED =
      """
      insert into delivery (subscription, state, attempts, problem, sent_at)
      values (:id, case when :problem::text is null then 'SENT' else 'GIVEN_UP' end, 1, :problem::text,
        case when :problem::text is null then now() end)
      """;
  private static final String CANCEL =
      "update delivery set state = 'CANCELLED' where subscription = ? and state = 'WAITING'";

  private final JdbcClient jdbc;
  private final ScopedTransactions transactions;
  private final PersonalData secrets;
  private final Audit audit;

  Subscriptions(
      JdbcClient jdbc, ScopedTransactions transactions, PersonalData secrets, Audit audit) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.secrets = secrets;
    this.audit = audit;
  }

  /** Whether a caller looks after everybody's subscriptions. */
  static boolean isOffice(Caller caller) {
    return caller.scope() instanceof CountyScope.City
        && caller.hasAny(Role.LEADER, Role.AUDITOR, Role.OPERATOR);
  }

  /** Whether a caller may subscribe for all people of a role. */
  static boolean setsForRoles(Caller caller) {
    return caller.scope() instanceof CountyScope.City && caller.hasAny(Role.LEADER, Role.OPERATOR);
  }

  /** One's own, those of one's roles, and for the office all. */
  List<SubscriptionView> list(Caller caller) {
    return select(caller, null);
  }

  Optional<SubscriptionView> find(Caller caller, long id) {
    return select(caller, id).stream().findFirst();
  }

  int countOf(String owner) {
    return jdbc.sql("select count(*) from subscription where owner = ? and removed_at is null")
        .param(owner)
        .query(Integer.class)
        .single();
  }

  /** Where its messages go. */
  Destination destination(long id) {
    return jdbc.sql("select channel, address, secret from subscription where id = ?")
        .param(id)
        .query((row, _) -> destination(row))
        .single();
  }

  long add(Caller caller, Subscription subscription) {
    return write(
        () -> {
          long id =
              bound(INSERT, caller, subscription)
                  .param("owner", caller.name())
                  .query(Long.class)
                  .single();
          audit(caller, "SUBSCRIPTION_ADDED", id);
          return id;
        });
  }

  /** Changes it; what waited goes by the new terms, or nowhere where it is switched off. */
  void change(Caller caller, long id, Subscription subscription) {
    write(
        () -> {
          bound(UPDATE, caller, subscription).param("id", id).update();
          if (!subscription.enabled()) {
            jdbc.sql(CANCEL).param(id).update();
          }
          audit(caller, "SUBSCRIPTION_CHANGED", id);
          return id;
        });
  }

  /** Ends it and forgets where messages went; the log stays. */
  void remove(Caller caller, long id) {
    write(
        () -> {
          jdbc.sql(REMOVE).param(id).update();
          jdbc.sql(CANCEL).param(id).update();
          audit(caller, "SUBSCRIPTION_REMOVED", id);
          return id;
        });
  }

  /** Writes down how a trial went. */
  void tried(Caller caller, long id, Outcome outcome) {
    write(
        () -> {
          jdbc.sql(TRIED).param("id", id).param("problem", outcome.problem()).update();
          audit(caller, "SUBSCRIPTION_TRIED", id);
          return id;
        });
  }

  /** Whoever may change a subscription may end all its messages, of whatever county. */
  private long write(Supplier<Long> work) {
    return transactions.write(CountyScope.city(), work);
  }

  private List<SubscriptionView> select(Caller caller, @Nullable Long id) {
    return transactions.read(
        CountyScope.city(),
        () ->
            jdbc.sql(SELECT)
                .param("id", id)
                .param("everybody", isOffice(caller))
                .param("owner", caller.name())
                .param("roles", caller.roles().stream().map(Role::name).toArray(String[]::new))
                .query((row, _) -> view(row, caller))
                .list());
  }

  private StatementSpec bound(String sql, Caller caller, Subscription subscription) {
    Destination to = subscription.destination();
    Subscription.Quiet quiet = subscription.quiet();
    return jdbc.sql(sql)
        .param("scope", caller.scope().setting())
        .param("name", subscription.name())
        .param("role", name(subscription.role()))
        .param("channel", to.channel().name())
        .param(
            "address",
            to.address().isEmpty() ? null : secrets.encrypt(ADDRESS, to.address()),
            Types.BINARY)
        .param(
            "secret",
            to.secret().isEmpty() ? null : secrets.encrypt(SECRET, to.secret()),
            Types.BINARY)
        .param("counties", subscription.counties().toArray(String[]::new))
        .param("department", name(subscription.department()))
        .param("severity", subscription.severity().name())
        .param("from", quiet == null ? null : quiet.from())
        .param("until", quiet == null ? null : quiet.until())
        .param("digest", subscription.digestAt())
        .param("enabled", subscription.enabled());
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private void audit(Caller caller, String action, long id) {
    audit.record(new AuditEntry(caller.actor(), action, "subscription:" + id, null, Map.of()));
  }

  private SubscriptionView view(ResultSet row, Caller caller) throws SQLException {
    Destination to = destination(row);
    String role = row.getString("role");
    String department = row.getString("department");
    OffsetDateTime sent = row.getObject("sent", OffsetDateTime.class);
    String owner = row.getString("owner");
    boolean isOwn = role == null ? owner.equals(caller.name()) : setsForRoles(caller);
    return new SubscriptionView(
        row.getLong("id"),
        row.getString("name"),
        owner,
        role == null ? null : Role.valueOf(role),
        to.channel(),
        to.masked(),
        !to.secret().isEmpty(),
        counties(row),
        department == null ? null : Department.valueOf(department),
        Severity.valueOf(row.getString("severity")),
        row.getObject("quiet_from", LocalTime.class),
        row.getObject("quiet_until", LocalTime.class),
        row.getObject("digest_at", LocalTime.class),
        row.getBoolean("enabled"),
        isOwn,
        isOwn || setsForRoles(caller),
        sent == null ? null : sent.toInstant(),
        row.getInt("waiting"),
        row.getInt("given_up"),
        row.getString("problem"));
  }

  Destination destination(ResultSet row) throws SQLException {
    Channel channel = Channel.valueOf(row.getString("channel"));
    return new Destination(
        channel,
        decrypted(ADDRESS, row.getBytes("address")),
        decrypted(SECRET, row.getBytes("secret")));
  }

  private String decrypted(PersonalColumn column, byte @Nullable [] value) {
    return value == null || value.length == 0 ? "" : secrets.decrypt(column, value);
  }

  private static SortedSet<String> counties(ResultSet row) throws SQLException {
    return new TreeSet<>(Arrays.asList((String[]) row.getArray("counties").getArray()));
  }
}
