package io.countypulse.local;

import java.io.PrintStream;
import java.util.Locale;

/** Says what happens, one line each, with the seconds since the command was given. */
public final class Screen {
  private final PrintStream out;
  private final long start = System.nanoTime();

  public Screen(PrintStream out) {
    this.out = out;
  }

  /** One step done, in Chinese and English. */
  public synchronized void step(String chinese, String english) {
    out.printf(Locale.ROOT, "[%6.1f s] %s · %s%n", seconds(), chinese, english);
    out.flush();
  }

  public void alreadyRunning(String address) {
    line("已在运行 · already running: " + address);
  }

  /** A line as it is. */
  public synchronized void line(String text) {
    out.println(text);
    out.flush();
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
