package io.countypulse.reporting.contribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone is entitled to and was paid in a programme and period (DOMAIN.md § 6).
 *
 * @param period a year, of a school programme the school year
 * @param entitledFrom epoch day; null where not, or not any more by what is known today
 */
public record SubsidyCase(
    long version,
    Kind kind,
    String period,
    Residence residence,
    @Nullable Integer entitledFrom,
    List<Payment> payments)
    implements Entity {

  /** What the cases of a programme are counted as. */
  public enum Kind {
    TRANSPORT(
        Measure.TRANSPORT_CASES,
        Measure.TRANSPORT_ENTITLED,
        Measure.TRANSPORT_PAID,
        Measure.TRANSPORT_PAID_AMOUNT),
    YULU(Measure.YULU_CASES, Measure.YULU_STUDENTS, Measure.YULU_PAID, Measure.YULU_PAID_AMOUNT),
    YULU_PLUS(Measure.YULU_PLUS_CASES, Measure.YULU_PLUS_TRAINED, null, null),
    /** Programmes no indicator speaks of. */
    OTHER(null, null, null, null);

    private final @Nullable Measure cases;
    private final @Nullable Measure entitled;
    private final @Nullable Measure paid;
    private final @Nullable Measure amount;

    Kind(
        @Nullable Measure cases,
        @Nullable Measure entitled,
        @Nullable Measure paid,
        @Nullable Measure amount) {
      this.cases = cases;
      this.entitled = entitled;
      this.paid = paid;
      this.amount = amount;
    }

    /** The kind of a programme; {@link #OTHER} also of one that is not known here. */
    public static Kind of(String programme) {
      return Arrays.stream(values())
          .filter(kind -> kind.name().equals(programme))
          .findFirst()
          .orElse(OTHER);
    }
  }

  /**
   * Money that was sent.
   *
   * @param date epoch day
   * @param amount fen
   * @param returned the epoch day it came back; {@link #KEPT} if it did not
   */
  public record Payment(int date, long amount, int returned) {
    /** The return of a payment that stands. */
    public static final int KEPT = Integer.MAX_VALUE;

    boolean standsOn(int day) {
      return date <= day && day < returned;
    }
  }

  public SubsidyCase {
    payments = List.copyOf(payments);
  }

  @Override
  public List<Contribution> contributions(int horizonYear) {
    List<Contribution> contributions = new ArrayList<>();
    if (kind.cases != null && (entitledFrom != null || !payments.isEmpty())) {
      residence.mark(kind.cases, Entity.FIRST_DAY, contributions);
    }
    if (kind.entitled != null && entitledFrom != null) {
      add(contributions, kind.entitled, residence.countyOn(entitledFrom), entitledFrom, 1);
    }
    if (kind.paid != null) {
      addPaid(kind.paid, contributions);
    }
    if (kind.amount != null) {
      addAmounts(kind.amount, contributions);
    }
    return contributions;
  }

  /** Someone counts once, while any payment stands, in the county of the first of them. */
  private void addPaid(Measure measure, List<Contribution> to) {
    String paidIn = null;
    for (int day : boundaries()) {
      boolean paid = payments.stream().anyMatch(payment -> payment.standsOn(day));
      if (paid && paidIn == null) {
        paidIn = residence.countyOn(day);
        add(to, measure, paidIn, day, 1);
      } else if (!paid && paidIn != null) {
        add(to, measure, paidIn, day, -1);
        paidIn = null;
      }
    }
  }

  /** What comes back is taken from the county it had been counted in. */
  private void addAmounts(Measure measure, List<Contribution> to) {
    for (Payment payment : payments) {
      if (payment.amount() != 0) {
        String county = residence.countyOn(payment.date());
        add(to, measure, county, payment.date(), payment.amount());
        if (payment.returned() != Payment.KEPT) {
          add(to, measure, county, payment.returned(), -payment.amount());
        }
      }
    }
  }

  private int[] boundaries() {
    return payments.stream()
        .flatMapToInt(payment -> Arrays.stream(new int[] {payment.date(), payment.returned()}))
        .filter(day -> day != Payment.KEPT)
        .sorted()
        .toArray();
  }

  private void add(List<Contribution> to, Measure measure, String county, int day, long amount) {
    to.add(new Contribution(new Cell(measure, county, period, day), amount));
  }
}
