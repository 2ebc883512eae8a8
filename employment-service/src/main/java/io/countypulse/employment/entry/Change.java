package io.countypulse.employment.entry;

import io.countypulse.employment.household.HouseholdForm;
import io.countypulse.employment.worker.WorkerForm;
import io.countypulse.platform.intake.CountyChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A write by hand, thought through to the records as they shall be; carried out at once or kept
 * until a second person approves.
 *
 * @param subject the record it is about: {@code worker:P1}, {@code household:H1}
 * @param versions what each record's version was when the change was thought out
 * @param asOf day from which a move holds
 * @param people the people as they shall be
 * @param household the household as it shall be
 * @param merged the person given up in favour of the subject
 * @param restored the person who is no longer given up
 */
record Change(
    Action action,
    String subject,
    Map<String, Long> versions,
    LocalDate asOf,
    CountyChange countyChange,
    List<WorkerForm> people,
    @Nullable HouseholdForm household,
    @Nullable String merged,
    @Nullable String restored) {

  Change {
    versions = Map.copyOf(versions);
    people = List.copyOf(people);
  }

  static final String WORKER = "worker:";
  static final String HOUSEHOLD = "household:";

  /** Of one person, known by this version; 0 for one who is new. */
  static Change of(
      Action action,
      String person,
      long version,
      LocalDate asOf,
      CountyChange move,
      WorkerForm form) {
    return new Change(
        action,
        WORKER + person,
        Map.of(WORKER + person, version),
        asOf,
        move,
        List.of(form.of(person)),
        null,
        null,
        null);
  }

  /** Of one household, known by this version; 0 for one that is new. */
  static Change of(
      Action action,
      String household,
      long version,
      LocalDate asOf,
      CountyChange move,
      HouseholdForm form) {
    return new Change(
        action,
        HOUSEHOLD + household,
        Map.of(HOUSEHOLD + household, version),
        asOf,
        move,
        List.of(),
        form.of(household),
        null,
        null);
  }

  /** Nothing of a person. */
  @Override
  public String toString() {
    return action + " " + subject;
  }
}
