package io.countypulse.subsidy.cases;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.personal.Masked;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.subsidy.figure.RecordPage;
import io.countypulse.subsidy.intake.Named;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of cases as of any day, whoever has waited longest first; masked. */
@Repository
public class CaseList {

  /** SQL: by when a case {@code c} should reach what comes next. */
  public static final String DUE =
      """
      case c.step
        when 'DETECTED' then programme_due(c.programme, 'APPLIED', c.step_from)
        when 'APPLIED' then programme_due(c.programme, 'VERIFIED', c.step_from)
        when 'VERIFIED' then programme_due(c.programme, 'ON_NOTICE', c.step_from)
        when 'ON_NOTICE' then programme_due(c.programme, 'APPROVED', c.step_from)
        when 'RETURNED' then programme_due(c.programme, 'APPROVED', c.step_from)
        when 'APPROVED' then programme_due(c.programme, 'IN_BATCH', c.step_from)
        when 'IN_BATCH' then programme_due(c.programme, 'PAID', c.step_from)
      end
      """;

  private static final String PAGE =
      """
      select c.*, {due} as due, {flags} as flags, b.personal_encrypted,
        (select s.reason from case_step s where s.case_id = c.id order by s.place desc limit 1) as reason
      from ({cases} order by coalesce(c.entitled_from, 'infinity'), c.id limit :rows) as c
      left join beneficiary b on b.person_id = c.subject_id
      order by coalesce(c.entitled_from, 'infinity'), c.id
      """
          .replace("{due}", DUE)
          .replace("{flags}", Flag.holding());

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final Units units;

  CaseList(
      ScopedTransactions transactions, JdbcClient jdbc, PersonalData personalData, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.units = units;
  }

  /**
   * A page of the cases asked for.
   *
   * @param after cursor of the page before: the last one's day and id
   */
  public RecordPage page(CountyScope scope, CaseQuery query, @Nullable String after, int limit) {
    return transactions.read(scope, () -> page(query, after, limit));
  }

  /** The same within the running transaction. */
  RecordPage page(CaseQuery query, @Nullable String after, int limit) {
    long count = count(query);
    String[] cursor = after == null ? new String[0] : after.split("\\|", 2);
    List<CaseItem> items =
        items(cursor.length < 2 ? query : query.after(day(cursor[0]), cursor[1]), limit + 1);
    boolean more = items.size() > limit;
    CaseItem last = more ? items.get(limit - 1) : null;
    return new RecordPage(
        query.day(),
        items.stream().limit(limit).toList(),
        last == null ? null : cursor(last),
        count);
  }

  /** One case, wherever it stands; in the running transaction. */
  Optional<CaseItem> find(LocalDate day, String id) {
    return items(CaseQuery.one(day, id), 1).stream().findFirst();
  }

  List<CaseItem> items(CaseQuery query, int rows) {
    return jdbc.sql(PAGE.replace("{cases}", query.sql()))
        .params(query.values())
        .param("rows", rows)
        .query((row, _) -> item(row, query.day()))
        .list();
  }

  private long count(CaseQuery query) {
    return jdbc.sql("select count(*) from (%s) as counted".formatted(query.sql()))
        .params(query.values())
        .query(Long.class)
        .single();
  }

  private static String cursor(CaseItem last) {
    LocalDate day = last.entitledFrom();
    return (day == null ? "infinity" : day) + "|" + last.caseId();
  }

  /** What was never a cursor of ours begins at the first page. */
  private static String day(String told) {
    return told.equals("infinity") || told.matches("\\d{4}-\\d{2}-\\d{2}") ? told : "-infinity";
  }

  private CaseItem item(ResultSet row, LocalDate day) throws SQLException {
    UnitCode county = new UnitCode(row.getString("counted_in"));
    CaseProgramme programme = CaseProgramme.valueOf(row.getString("programme"));
    Step step = Step.valueOf(row.getString("step"));
    @Nullable LocalDate entitled = row.getObject("entitled_from", LocalDate.class);
    @Nullable LocalDate paid = row.getObject("paid_from", LocalDate.class);
    @Nullable Long owed = row.getObject("entitled_fen", Long.class);
    byte @Nullable [] personal = row.getBytes("personal_encrypted");
    @Nullable Named named = personal == null ? null : Named.decrypted(personalData, personal);
    boolean waits = entitled != null && paid == null && !entitled.isAfter(day);
    String[] flags = (String[]) row.getArray("flags").getArray();
    return new CaseItem(
        row.getString("id"),
        programme,
        programme.title(),
        row.getString("subject_id"),
        row.getString("household_id"),
        row.getInt("period"),
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        entitled,
        owed == null ? null : yuan(owed),
        paid,
        yuan(row.getLong("paid_fen")),
        step,
        step.title(),
        row.getObject("step_from", LocalDate.class),
        row.getObject("due", LocalDate.class),
        waits && entitled != null ? (int) (day.toEpochDay() - entitled.toEpochDay()) + 1 : null,
        paid != null ? null : why(step, row.getString("reason"), List.of(flags)),
        List.of(flags),
        named == null ? "" : Masked.name(named.name()),
        named == null ? "" : named.identityNumber().masked(),
        row.getLong("version"));
  }

  private static String why(Step step, @Nullable String reason, List<String> flags) {
    String told = reason == null || reason.isEmpty() ? "" : "：" + reason;
    return switch (step) {
      case DETECTED -> flags.contains(Flag.HOUSEHOLD_UNKNOWN.name()) ? "户编号未登记，待核实身份" : "符合条件，尚未申请";
      case APPLIED -> "已申请，待核实";
      case VERIFIED -> "已核实，待公示";
      case ON_NOTICE -> "公示中";
      case APPROVED -> "已批准，待列入发放批次";
      case IN_BATCH -> "已列入批次，待银行回盘";
      case PAID -> "已发放";
      case REFUSED, RETURNED -> step.title() + told;
      case WITHDRAWN -> told.isEmpty() ? "不再符合条件" : step.title() + told;
    };
  }

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
