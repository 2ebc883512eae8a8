package io.countypulse.city.subsidy;

import io.countypulse.city.Unit;
import io.countypulse.city.files.Format;
import io.countypulse.city.files.Rows;
import io.countypulse.city.people.Dice;
import io.countypulse.city.people.Residents;
import io.countypulse.city.people.Residents.Traveller;
import io.countypulse.city.people.Students;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the files of the subsidies department: students, travel payments, phone checks. */
public final class SubsidyFiles {

  /** Columns of a students file (DOMAIN.md § 10). */
  static final List<String> STUDENTS =
      List.of("县（市）区", "户编号", "人编号", "姓名", "证件号码", "学校", "学段", "学年", "应补金额", "发放金额", "发放日期");

  /** Columns of a file of travel payments. */
  static final List<String> TRAVEL = List.of("县（市）区", "人编号", "姓名", "证件号码", "年度", "发放金额", "发放日期");

  private final Path directory;
  private final LocalDate today;
  private final long seed;
  private final Format format;

  public SubsidyFiles(Path directory, LocalDate today, long seed, Format format) {
    this.directory = directory;
    this.today = today;
    this.seed = seed;
    this.format = format;
  }

  /**
   * Writes the files of a place whose tables tell of subsidies.
   *
   * @param residents the people of each unit that has a register
   * @return the files, in the order in which they are loaded
   */
  public List<Path> write(Subsidies subsidies, Map<Unit, Residents> residents) throws IOException {
    if (subsidies.isEmpty()) {
      return List.of();
    }
    return List.of(
        writeStudents(subsidies.schooling(), residents),
        writeTravel(subsidies.travel(), residents),
        writeCalls(subsidies.calling(), residents));
  }

  private Path writeStudents(List<Schooling> units, Map<Unit, Residents> residents)
      throws IOException {
    Path file = file("students");
    Students students = new Students(today, seed);
    long first = 0;
    try (Rows rows = format.open(file, STUDENTS)) {
      for (Schooling unit : units) {
        Dice dice = new Dice(seed, "students of " + unit.unit().code());
        Grants grants = new Grants(unit, today, dice);
        List<String> households = households(unit, residents.get(unit.unit()), dice);
        for (int i = 0; i < unit.students(); i++) {
          Students.Student student = students.of(first++, dice);
          rows.cell(unit.unit().name())
              .cell(households.get(i))
              .cell(student.id())
              .cell(student.name())
              .cell(student.identityNumber());
          grants.write(i, rows);
        }
      }
    }
    return file;
  }

  /** One for each student, some of them twice; invented where the unit has no register. */
  private static List<String> households(Schooling unit, @Nullable Residents residents, Dice dice) {
    List<String> households = new ArrayList<>();
    for (int i = 0; i < unit.students(); i++) {
      if (residents == null) {
        households.add("H" + unit.unit().code() + i);
      } else {
        households.add(dice.pick(residents.households()));
      }
    }
    return households;
  }

  private Path writeTravel(List<Travel> units, Map<Unit, Residents> residents) throws IOException {
    Path file = file("transport-payments");
    try (Rows rows = format.open(file, TRAVEL)) {
      for (Travel unit : units) {
        if (unit.paid() > 0) {
          Dice dice = new Dice(seed, "travel from " + unit.unit().code());
          writeTravel(unit, travellers(unit, residents.get(unit.unit()), dice), dice, rows);
        }
      }
    }
    return file;
  }

  private void writeTravel(Travel unit, List<Traveller> travellers, Dice dice, Rows rows)
      throws IOException {
    long each = unit.amount() / unit.paid();
    for (int i = 0; i < unit.paid(); i++) {
      Traveller paid = travellers.get(i);
      long amount = each + (i < unit.amount() % unit.paid() ? 1 : 0);
      rows.cell(unit.unit().name())
          .cell(paid.id())
          .cell(paid.name())
          .cell(paid.identityNumber())
          .number(Integer.toString(today.getYear()))
          .number(amount + ".00")
          .cell(paidOn(paid, dice).toString())
          .end();
    }
  }

  /** After three months away in this year, and up to three weeks ago. */
  private LocalDate paidOn(Traveller traveller, Dice dice) {
    LocalDate start = LocalDate.ofEpochDay(traveller.start());
    LocalDate newYear = today.withDayOfYear(1);
    LocalDate entitled = (start.isAfter(newYear) ? start : newYear).plusMonths(3);
    LocalDate paid = today.minusDays(dice.between(0, 20));
    return paid.isBefore(entitled) ? entitled : paid;
  }

  private static List<Traveller> travellers(Travel unit, @Nullable Residents residents, Dice dice) {
    List<Traveller> all = new ArrayList<>(residents == null ? List.of() : residents.travellers());
    if (all.size() < unit.paid()) {
      throw new IllegalArgumentException(unit.unit().name() + " has paid more than travel");
    }
    for (int i = 0; i < unit.paid(); i++) {
      Collections.swap(all, i, i + dice.below(all.size() - i));
    }
    return all;
  }

  private Path writeCalls(List<Calling> units, Map<Unit, Residents> residents) throws IOException {
    Path file = file("verification-calls");
    try (Rows rows = format.open(file, Calls.COLUMNS)) {
      for (Calling unit : units) {
        Residents own = residents.get(unit.unit());
        Dice dice = new Dice(seed, "calls to " + unit.unit().code());
        new Calls(unit, today, dice).write(own == null ? List.of() : own.sample(), rows);
      }
    }
    return file;
  }

  private Path file(String kind) {
    return directory.resolve(kind + "." + format.extension());
  }
}
