package io.countypulse.employment.worker;

import static io.countypulse.employment.worker.WorkerColumn.*;

import io.countypulse.employment.intake.FormCells;
import io.countypulse.employment.intake.FormProblem;
import io.countypulse.platform.intake.HandRows;
import io.countypulse.platform.intake.HandRows.Outcome;
import io.countypulse.platform.intake.HandRows.RowFault;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.sheet.Column;
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.personal.PersonalData;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * People written by hand: applied as the rows of a file are, by the same checks and statements, in
 * the running transaction.
 */
@Component
public class WorkersByHand {

  private static final List<WorkerColumn> OF_SPELL =
      List.of(AREA, PROVINCE, EMPLOYER, POST, START, END, WAGE, SECTOR);
  private static final Map<Column, String> FIELDS =
      Map.ofEntries(
          Map.entry(COUNTY, "county"),
          Map.entry(TOWNSHIP, "township"),
          Map.entry(VILLAGE, "village"),
          Map.entry(HOUSEHOLD, "householdId"),
          Map.entry(PERSON, "personId"),
          Map.entry(NAME, "name"),
          Map.entry(IDENTITY, "identityNumber"),
          Map.entry(CATEGORY, "category"),
          Map.entry(LABOUR, "labour"),
          Map.entry(WISH, "wishToWork"),
          Map.entry(AREA, "area"),
          Map.entry(PROVINCE, "province"),
          Map.entry(EMPLOYER, "employer"),
          Map.entry(POST, "post"),
          Map.entry(START, "start"),
          Map.entry(END, "end"),
          Map.entry(WAGE, "monthlyWage"),
          Map.entry(SECTOR, "sector"));

  private static final String COLUMNS =
      """
      person_id, version, household_id, county, township, village, category, labour, wish_to_work,
      personal_encrypted, spells, workplaces
      """;

  private final JdbcClient jdbc;
  private final HandRows handRows;
  private final WorkersFile file;
  private final PersonalData personalData;
  private final JsonMapper json;

  WorkersByHand(
      JdbcClient jdbc,
      HandRows handRows,
      WorkersFile file,
      PersonalData personalData,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.handRows = handRows;
    this.file = file;
    this.personalData = personalData;
    this.json = json;
  }

  /** A person as it stands in the register. */
  public record Current(WorkerForm form, long version) {}

  /** The person as the register has it now, held until the transaction ends. */
  public Optional<Current> hold(String person) {
    return jdbc.sql("select " + COLUMNS + " from worker where person_id = ? for update")
        .param(person)
        .query((row, _) -> current(row))
        .optional();
  }

  /** The person as it was in a former version. */
  public Optional<WorkerForm> former(String person, long version) {
    return jdbc.sql("select " + COLUMNS + " from worker_past where person_id = ? and version = ?")
        .params(person, version)
        .query((row, _) -> current(row).form())
        .optional();
  }

  /**
   * The holder of the form's identity number, if that is another person.
   *
   * @throws org.springframework.web.ErrorResponseException 422 {@code IDENTITY_NUMBER_TAKEN},
   *     naming the holder where the caller may see the record
   */
  public void refuseTakenNumber(WorkerForm form, LocalDate today) {
    if (!(IdentityNumber.read(Objects.requireNonNullElse(form.identityNumber(), ""), today)
        instanceof IdentityNumber.Accepted(IdentityNumber number, boolean _))) {
      return; // told of by the check of the row
    }
    jdbc.sql(
            """
            select w.person_id
            from numbers_of_others(array[:hash], array[:person]) as taken
            left join worker w on w.person_id = taken.holder
            """)
        .param("hash", Personal.hash(personalData, number))
        .param("person", form.personId())
        .query((row, _) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .ifPresent(
            holder -> {
              throw FormProblem.of(
                  "identityNumber",
                  "IDENTITY_NUMBER_TAKEN",
                  holder.map(id -> "该证件号码已登记在 " + id + " 名下，请核对").orElse("该证件号码已在其他县（市）区登记，请核对"),
                  holder
                      .map(id -> "This identity number is registered for " + id)
                      .orElse("This identity number is registered in another county"));
            });
  }

  /**
   * People of the same name, birthday and village.
   *
   * @param people those the caller may see
   * @param elsewhere how many there are in other counties
   */
  public record Namesakes(List<String> people, long elsewhere) {}

  /** Who is probably the same person as this one. */
  public Namesakes namesakes(WorkerForm form, LocalDate today) {
    String village = form.village() == null ? null : form.village().strip();
    if (form.name() == null
        || !(IdentityNumber.read(Objects.requireNonNullElse(form.identityNumber(), ""), today)
            instanceof IdentityNumber.Accepted(IdentityNumber number, boolean _))) {
      return new Namesakes(List.of(), 0);
    }
    Long hash = new Personal(form.name().strip(), number).namesake(personalData, village);
    if (hash == null) {
      return new Namesakes(List.of(), 0);
    }
    return new Namesakes(
        jdbc.sql(
                """
                select person_id from worker
                where namesake = ? and person_id <> ?
                  and not exists (select from merged_worker m where m.person_id = worker.person_id)
                order by person_id
                """)
            .params(hash, Objects.requireNonNullElse(form.personId(), ""))
            .query(String.class)
            .list(),
        jdbc.sql("select namesakes_elsewhere(?)").param(hash).query(Long.class).single());
  }

  /**
   * Makes the register say of these people what the forms say; once in a transaction.
   *
   * @return the flags of the rows
   * @throws org.springframework.web.ErrorResponseException 422 with every fault and its field
   */
  public Set<String> apply(ImportContext context, List<WorkerForm> people) {
    List<FormCells> rows = people.stream().flatMap(form -> form.rows().stream()).toList();
    List<RowFault> faults = rows.stream().flatMap(row -> row.faults().stream()).distinct().toList();
    if (!faults.isEmpty()) {
      throw problem(faults);
    }
    return switch (handRows.apply(file, context, rows.stream().map(FormCells::cells).toList())) {
      case Outcome.Taken(var _, Set<String> flags) -> flags;
      case Outcome.Refused(List<RowFault> refused) -> throw problem(refused);
    };
  }

  private static RuntimeException problem(List<RowFault> faults) {
    return FormProblem.of(faults, FIELDS, "spells", OF_SPELL);
  }

  private Current current(ResultSet row) throws SQLException {
    Personal personal = Personal.decrypted(personalData, row.getBytes("personal_encrypted"));
    Spell[] spells = json.readValue(row.getString("spells"), Spell[].class);
    Workplace[] workplaces = json.readValue(row.getString("workplaces"), Workplace[].class);
    boolean wish = row.getBoolean("wish_to_work");
    Boolean wishToWork = row.wasNull() ? null : wish;
    return new Current(
        new WorkerForm(
            row.getString("person_id"),
            row.getString("household_id"),
            row.getString("county"),
            row.getString("township"),
            row.getString("village"),
            personal.name(),
            personal.identityNumber().value(),
            row.getString("category"),
            row.getString("labour"),
            wishToWork,
            IntStream.range(0, spells.length)
                .mapToObj(place -> form(spells[place], workplaces[place]))
                .toList()),
        row.getLong("version"));
  }

  private static SpellForm form(Spell spell, Workplace workplace) {
    LocalDate end = spell.end();
    BigDecimal wage = workplace.monthlyWage();
    return new SpellForm(
        spell.start().toString(),
        end == null ? null : end.toString(),
        name(spell.area()),
        spell.province(),
        workplace.employer(),
        name(spell.post()),
        wage == null ? null : wage.toPlainString(),
        name(workplace.sector()));
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
