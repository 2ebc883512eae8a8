package io.countypulse.employment.entry;

import static io.countypulse.employment.entry.Action.*;

import io.countypulse.employment.household.HouseholdForm;
import io.countypulse.employment.household.HouseholdsByHand;
import io.countypulse.employment.intake.FormProblem;
import io.countypulse.employment.worker.SpellForm;
import io.countypulse.employment.worker.WorkerForm;
import io.countypulse.employment.worker.WorkerRecords;
import io.countypulse.employment.worker.WorkersByHand;
import io.countypulse.employment.worker.WorkersByHand.Current;
import io.countypulse.platform.intake.CountyChange;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Thinks writes about people through to the records as they shall be; in the transaction. */
@Component
class WorkerPlans {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final WorkersByHand workers;
  private final HouseholdsByHand households;
  private final WorkerRecords records;
  private final Days days;
  private final BusinessDate businessDate;

  WorkerPlans(
      WorkersByHand workers,
      HouseholdsByHand households,
      WorkerRecords records,
      Days days,
      BusinessDate businessDate) {
    this.workers = workers;
    this.households = households;
    this.records = records;
    this.days = days;
    this.businessDate = businessDate;
  }

  /** A person without a code of an older register is given one. */
  Change creation(WorkerForm form) {
    String told = code(form.personId());
    String person = told == null ? newCode() : told;
    records.refuseElsewhere(person);
    if (workers.hold(person).isPresent()) {
      throw Problem.of(
              HttpStatus.CONFLICT,
              "PERSON_EXISTS",
              "人编号已存在",
              "人编号 " + person + " 已登记，请打开该记录修改，或换一个编号。",
              "This person code is registered: edit that record or take another code.")
          .at("personId")
          .toException();
    }
    return Change.of(WORKER_CREATED, person, 0, businessDate.today(), CountyChange.REFUSE, form);
  }

  Change edit(String person, ExpectedVersion expected, WorkerRequests.Edit edit) {
    Current known = held(person, expected);
    return changed(WORKER_EDITED, known, edit.of(known.form()));
  }

  Change start(String person, ExpectedVersion expected, SpellForm spell) {
    Current known = held(person, expected);
    List<SpellForm> spells = new ArrayList<>(known.form().told());
    spells.add(spell);
    return changed(SPELL_STARTED, known, known.form().with(spells));
  }

  /**
   * @param place of the spell in the record's list, from 0
   */
  Change end(String person, ExpectedVersion expected, int place, WorkerRequests.End end) {
    Current known = held(person, expected);
    List<SpellForm> spells = new ArrayList<>(known.form().told());
    if (place < 0 || place >= spells.size()) {
      throw Problem.notFound().toException();
    }
    String day = told(end.end());
    if (day == null) {
      throw FormProblem.of("end", "MISSING", "缺少结束日期，请补填", "The end is missing: fill it in");
    }
    spells.set(place, spells.get(place).endingOn(day));
    return changed(SPELL_ENDED, known, known.form().with(spells));
  }

  Change move(String person, ExpectedVersion expected, WorkerRequests.Move move) {
    Current known = held(person, expected);
    WorkerForm there =
        home(known.form(), move.householdId(), move.county(), move.township(), move.village());
    return Change.of(
        WORKER_MOVED,
        person,
        known.version(),
        days.upToToday("from", move.from()),
        CountyChange.MOVE,
        there);
  }

  /** The past is replaced as well: the person never lived in the household on record. */
  Change correction(String person, ExpectedVersion expected, WorkerRequests.Correction correction) {
    Current known = held(person, expected);
    WorkerForm there =
        home(
            known.form(),
            correction.householdId(),
            correction.county(),
            correction.township(),
            correction.village());
    return Change.of(
        WORKER_CORRECTED,
        person,
        known.version(),
        businessDate.today(),
        CountyChange.CORRECT,
        there);
  }

  /** What a former version said of the person; the household and its county stay as they are. */
  Change restoration(
      String person, ExpectedVersion expected, WorkerRequests.Restoration restoration) {
    Current known = held(person, expected);
    WorkerForm former =
        workers
            .former(person, restoration.version())
            .orElseThrow(() -> Problem.notFound().at("version").toException());
    WorkerForm form =
        former.in(
            Objects.requireNonNull(known.form().householdId()),
            Objects.requireNonNull(known.form().county()),
            former.township(),
            former.village());
    return new Change(
        WORKER_RESTORED,
        Change.WORKER + person,
        Map.of(Change.WORKER + person, known.version()),
        businessDate.today(),
        CountyChange.REFUSE,
        List.of(form),
        null,
        null,
        person);
  }

  /** The kept record gains the spells it does not have; the other one is left with none. */
  Change merge(String kept, ExpectedVersion expected, WorkerRequests.Merge merge) {
    String duplicate = Objects.requireNonNullElse(code(merge.duplicate()), "");
    if (kept.equals(duplicate)) {
      throw FormProblem.of(
          "duplicate", "SAME_RECORD", "不能与自身合并", "A record cannot be merged into itself");
    }
    Current stays = held(kept, expected);
    Current goes = held(duplicate, new ExpectedVersion(merge.version()));
    List<SpellForm> spells = new ArrayList<>(stays.form().told());
    goes.form().told().stream()
        .filter(spell -> spells.stream().noneMatch(other -> sameSpell(spell, other)))
        .forEach(spells::add);
    return new Change(
        WORKERS_MERGED,
        Change.WORKER + kept,
        Map.of(
            Change.WORKER + kept, stays.version(),
            Change.WORKER + duplicate, goes.version()),
        businessDate.today(),
        CountyChange.REFUSE,
        List.of(stays.form().with(spells), goes.form().with(List.of())),
        null,
        duplicate,
        null);
  }

  private Change changed(Action action, Current known, WorkerForm form) {
    return Change.of(
        action,
        Objects.requireNonNull(known.form().personId()),
        known.version(),
        businessDate.today(),
        CountyChange.REFUSE,
        form);
  }

  private Current held(String person, ExpectedVersion expected) {
    Optional<Current> known = workers.hold(person);
    if (known.isEmpty()) {
      records.refuseElsewhere(person);
      throw Problem.notFound().toException();
    }
    expected.check(known.get().version());
    return known.get();
  }

  /** A person counts in the county of the household (DOMAIN.md § 4). */
  private WorkerForm home(
      WorkerForm form,
      @Nullable String householdId,
      @Nullable String county,
      @Nullable String township,
      @Nullable String village) {
    String household = code(householdId);
    if (household == null) {
      throw FormProblem.of(
          "householdId",
          "MISSING",
          "缺少户编号：人员随户计入县（市）区，请填写所迁入的户",
          "The household is missing: fill it in");
    }
    Optional<HouseholdForm> known = households.hold(household).map(HouseholdsByHand.Current::form);
    String place = told(known.map(HouseholdForm::county).orElse(county));
    if (place == null) {
      throw FormProblem.of(
          "county", "MISSING", "该户尚未登记，请填写所在县（市）区", "The household is new: name its county");
    }
    return form.in(
        household,
        place,
        told(township) == null
            ? known.map(HouseholdForm::township).orElse(form.township())
            : township,
        told(village) == null ? known.map(HouseholdForm::village).orElse(form.village()) : village);
  }

  private static boolean sameSpell(SpellForm one, SpellForm other) {
    return Objects.equals(one.start(), other.start())
        && Objects.equals(one.employer(), other.employer());
  }

  /** As the register writes it: whoever types p1 means P1. */
  private static @Nullable String code(@Nullable String text) {
    String code = text == null ? "" : Texts.code(text);
    return code.isEmpty() ? null : code;
  }

  private static @Nullable String told(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String newCode() {
    byte[] random = new byte[6];
    RANDOM.nextBytes(random);
    return "N" + HexFormat.of().withUpperCase().formatHex(random);
  }
}
