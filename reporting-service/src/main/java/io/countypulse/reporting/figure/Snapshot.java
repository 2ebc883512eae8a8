package io.countypulse.reporting.figure;

import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.cells.Emission;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One consistent state of all figures; another state is another object. */
public final class Snapshot {

  private final long frame;
  private final Board board;
  private final Freshness freshness;

  Snapshot(long frame, Board board, Freshness freshness) {
    this.frame = frame;
    this.board = board;
    this.freshness = freshness;
  }

  /** The figures that follow from these emissions alone. */
  public static Snapshot of(List<Emission> emissions) {
    return new Snapshot(0, Board.EMPTY.with(emissions), Freshness.NONE);
  }

  /**
   * SHA-256 over every sum there is, in one order: two snapshots with the same say the same of all
   * units on all days.
   */
  public String digest() {
    return board.digest();
  }

  /** Number of the frame: one more whenever figures change, also across restarts. */
  public long frame() {
    return frame;
  }

  /** How far the figures reach. */
  public Freshness freshness() {
    return freshness;
  }

  /** The days of every unit that has any, for whoever looks along them. */
  public Map<UnitCode, UnitHistory> histories(Units units) {
    return UnitHistory.of(board, units);
  }

  Board board() {
    return board;
  }

  Snapshot expecting(Set<Partition> sources, Set<String> departments) {
    return new Snapshot(frame, board, freshness.expecting(sources, departments));
  }
}
