package io.countypulse.employment.entry;

import static java.util.Objects.requireNonNull;

import io.countypulse.employment.entry.Reach.Touched;
import io.countypulse.employment.entry.Written.Outcome;
import io.countypulse.employment.figure.Effect;
import io.countypulse.employment.figure.Effects;
import io.countypulse.employment.history.Amendments;
import io.countypulse.employment.history.Amendments.Amendment;
import io.countypulse.employment.household.HouseholdForm;
import io.countypulse.employment.household.Households;
import io.countypulse.employment.household.HouseholdsByHand;
import io.countypulse.employment.intake.FormProblem;
import io.countypulse.employment.worker.WorkerForm;
import io.countypulse.employment.worker.WorkerRecords;
import io.countypulse.employment.worker.WorkersByHand;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyNotYours;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out changes by hand, in the running transaction. */
@Component
class Entries {

  private static final Set<String> UNKNOWN_WRITTEN = Set.of("UNKNOWN", "待认定");

  /** Flag: nobody else is registered in this village of the county. */
  private static final String VILLAGE_NEW = "VILLAGE_NEW";

  private final JdbcClient jdbc;
  private final WorkersByHand workers;
  private final HouseholdsByHand households;
  private final WorkerRecords workerRecords;
  private final Households householdRecords;
  private final Merges merges;
  private final Effects effects;
  private final Amendments amendments;
  private final Units units;
  private final BusinessDate businessDate;
  private final TransactionTemplate attempt;

  Entries(
      JdbcClient jdbc,
      WorkersByHand workers,
      HouseholdsByHand households,
      WorkerRecords workerRecords,
      Households householdRecords,
      Merges merges,
      Effects effects,
      Amendments amendments,
      Units units,
      BusinessDate businessDate,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.workers = workers;
    this.households = households;
    this.workerRecords = workerRecords;
    this.householdRecords = householdRecords;
    this.merges = merges;
    this.effects = effects;
    this.amendments = amendments;
    this.units = units;
    this.businessDate = businessDate;
    this.attempt = new TransactionTemplate(transactions);
    this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * What applying a change did.
   *
   * @param kept whether it stays: a change of closed months is taken back, to be reviewed
   */
  record Applied(UUID id, boolean changed, List<Touched> touched, Set<String> flags, boolean kept) {
    Optional<LocalDate> firstDay() {
      return Reach.firstDay(touched);
    }
  }

  /** Days before this one are closed: the first of the business date's month. */
  LocalDate closedBefore() {
    return businessDate.today().withDayOfMonth(1);
  }

  /**
   * Applies a change; one that reaches into closed months only where that is allowed.
   *
   * @throws org.springframework.web.ErrorResponseException with everything that is wrong with it
   */
  Applied apply(Caller caller, Change change, boolean closedMonthsToo) {
    refuseForeignCounties(caller, change);
    change.people().forEach(form -> workers.refuseTakenNumber(form, businessDate.today()));
    Applied applied =
        attempt.execute(
            status -> {
              Applied tried = tried(caller, change, closedMonthsToo);
              if (!tried.kept()) {
                status.setRollbackOnly();
              }
              return tried;
            });
    return requireNonNull(applied);
  }

  /** Writes down who did what and why, beside the change itself. */
  void sign(Caller caller, Change change, Applied applied, @Nullable String reason, Signature by) {
    amendments.write(
        caller,
        new Amendment(
            applied.id(),
            change.action().name(),
            change.subject(),
            applied.touched().stream().map(Touched::county).findFirst().orElse(null),
            by.actor(),
            by.approvedBy(),
            reason));
  }

  /** In whose name a change is made, and who approved it. */
  record Signature(String actor, @Nullable String approvedBy) {}

  /** Whether the records are still as they were when the change was thought out. */
  boolean isStill(Change change) {
    return change.versions().entrySet().stream()
        .allMatch(
            known -> known.getValue().equals(versions(change).getOrDefault(known.getKey(), 0L)));
  }

  /** What an applied change is answered with. */
  Written answer(Caller caller, Change change, Applied applied) {
    return told(
        applied.changed() ? Outcome.APPLIED : Outcome.UNCHANGED,
        caller,
        change,
        applied,
        List.of(),
        List.of());
  }

  /** Applies a change and tells the figures it moves; the caller takes all of it back. */
  Written preview(Caller caller, Change change) {
    Set<UnitCode> counties = counties(caller, change);
    List<LocalDate> days = List.of(businessDate.today(), closedBefore().minusDays(1));
    List<Warning> warnings = warnings(change);
    Effects.Snapshot before = effects.now(counties, days);
    Applied applied = apply(caller, change, true);
    List<Effect> moved = effects.between(before, effects.now(counties, days));
    return told(Outcome.PREVIEW, caller, change, applied, moved, warnings);
  }

  /** What is probably wrong with a change that describes a person. */
  List<Warning> warnings(Change change) {
    return switch (change.action()) {
      case WORKER_CREATED, WORKER_EDITED ->
          change.people().stream().flatMap(this::possibleDuplicate).toList();
      case SPELL_STARTED,
          SPELL_ENDED,
          WORKER_MOVED,
          WORKER_CORRECTED,
          WORKER_RESTORED,
          WORKERS_MERGED,
          HOUSEHOLD_CREATED,
          HOUSEHOLD_EDITED,
          HOUSEHOLD_MOVED,
          HOUSEHOLD_CORRECTED ->
          List.of();
    };
  }

  boolean reachesClosedMonth(Applied applied) {
    return applied.firstDay().filter(day -> day.isBefore(closedBefore())).isPresent();
  }

  private Applied tried(Caller caller, Change change, boolean closedMonthsToo) {
    UUID id = UUID.randomUUID();
    Reach reach = Reach.before(jdbc, people(change));
    Map<String, Long> versions = versions(change);
    boolean newVillage = namesANewVillage(change);
    Set<String> flags = new TreeSet<>(written(context(caller, change, id), change));
    if (newVillage) {
      flags.add(VILLAGE_NEW);
    }
    Applied applied =
        new Applied(id, !versions.equals(versions(change)), reach.after(), flags, true);
    return closedMonthsToo || !reachesClosedMonth(applied)
        ? applied
        : new Applied(id, applied.changed(), applied.touched(), flags, false);
  }

  /** There is no list of villages; one nobody lives in yet may be mistyped. */
  private boolean namesANewVillage(Change change) {
    HouseholdForm household = change.household();
    return household == null
        ? change.people().stream().anyMatch(form -> isNewVillage(form.county(), form.village()))
        : isNewVillage(household.county(), household.village());
  }

  private boolean isNewVillage(@Nullable String county, @Nullable String village) {
    return county != null
        && village != null
        && !village.isBlank()
        && !jdbc.sql(
                """
                select exists (select from worker where county = :county and village = :village)
                  or exists (select from household where county = :county and village = :village)
                """)
            .param("county", county(county).value())
            .param("village", village.strip())
            .query(Boolean.class)
            .single();
  }

  private Set<String> written(ImportContext context, Change change) {
    if (change.restored() != null) {
      merges.undo(change.restored());
    }
    String goesOn = change.subject().substring(change.subject().indexOf(':') + 1);
    if (change.merged() != null) {
      merges.carry(change.merged(), goesOn);
    }
    HouseholdForm household = change.household();
    Set<String> flags =
        household == null
            ? workers.apply(context, change.people())
            : households.apply(context, household);
    if (change.merged() != null) {
      merges.mark(change.merged(), goesOn, context.importId());
    }
    return flags;
  }

  private ImportContext context(Caller caller, Change change, UUID id) {
    return new ImportContext(
        id,
        caller.scope(),
        change.asOf(),
        change.countyChange(),
        businessDate.today(),
        caller.actor());
  }

  private Set<String> people(Change change) {
    HouseholdForm household = change.household();
    return household == null
        ? change.people().stream()
            .map(form -> String.valueOf(form.personId()))
            .collect(Collectors.toSet())
        : Set.copyOf(households.members(String.valueOf(household.householdId())));
  }

  private Map<String, Long> versions(Change change) {
    return jdbc
        .sql(
            """
            select 'worker:' || person_id as subject, version from worker where 'worker:' || person_id = any (:all)
              and person_id = any (:ids)
            union all
            select 'household:' || id, version from household where 'household:' || id = any (:all)
              and id = any (:ids)
            """)
        .param("all", change.versions().keySet().toArray(String[]::new))
        .param(
            "ids",
            change.versions().keySet().stream()
                .map(subject -> subject.substring(subject.indexOf(':') + 1))
                .toArray(String[]::new))
        .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Forms may name a county by code or name; here all that are known, and the caller's own. */
  private void refuseForeignCounties(Caller caller, Change change) {
    counties(change)
        .forEach(
            text -> {
              UnitCode county = county(text);
              if (!caller.scope().includes(county)) {
                throw new CountyNotYours(county);
              }
            });
  }

  private UnitCode county(String text) {
    Optional<UnitCode> county = units.resolveCounty(text).map(Unit::code);
    if (county.isEmpty() && !UNKNOWN_WRITTEN.contains(text.strip())) {
      throw FormProblem.of(
          "county",
          "UNKNOWN_COUNTY",
          "没有这个县（市）区，请从列表中选择",
          "No county of this name or code is known");
    }
    return county.orElse(UnitCode.UNKNOWN);
  }

  private static Stream<String> counties(Change change) {
    HouseholdForm household = change.household();
    return Stream.concat(
            change.people().stream().map(WorkerForm::county),
            Stream.ofNullable(household == null ? null : household.county()))
        .flatMap(Stream::ofNullable)
        .filter(text -> !text.isBlank());
  }

  /** Where figures may move: the counties of the forms and those of the people as they are. */
  private Set<UnitCode> counties(Caller caller, Change change) {
    Set<UnitCode> counties = new LinkedHashSet<>();
    counties(change).map(this::county).forEach(counties::add);
    jdbc.sql("select distinct county from worker where person_id = any (?)")
        .param(people(change).toArray(String[]::new))
        .query(String.class)
        .list()
        .forEach(code -> counties.add(new UnitCode(code)));
    counties.removeIf(county -> !caller.scope().includes(county));
    return counties;
  }

  private Stream<Warning> possibleDuplicate(WorkerForm form) {
    WorkersByHand.Namesakes namesakes = workers.namesakes(form, businessDate.today());
    List<String> people = namesakes.people();
    if (people.isEmpty() && namesakes.elsewhere() == 0) {
      return Stream.of();
    }
    String where = people.isEmpty() ? "其他县（市）区" : String.join("、", people);
    String whereEn = people.isEmpty() ? "another county" : String.join(", ", people);
    return Stream.of(
        new Warning(
            "POSSIBLE_DUPLICATE",
            "name",
            "已有姓名、出生日期和行政村都相同的人员（" + where + "），请确认不是同一人",
            "Somebody of the same name, birthday and village is registered (" + whereEn + ")",
            people));
  }

  private Written told(
      Outcome outcome,
      Caller caller,
      Change change,
      Applied applied,
      List<Effect> moved,
      List<Warning> warnings) {
    String subject = change.subject();
    boolean worker = subject.startsWith(Change.WORKER);
    String id = subject.substring(subject.indexOf(':') + 1);
    return new Written(
        outcome,
        worker ? workerRecords.current(caller.scope(), id).orElse(null) : null,
        worker
            ? null
            : householdRecords.current(caller.scope(), businessDate.today(), id).orElse(null),
        null,
        new ArrayList<>(moved),
        warnings,
        applied.flags(),
        reachesClosedMonth(applied),
        closedBefore());
  }
}
