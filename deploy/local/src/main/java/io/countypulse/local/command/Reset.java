package io.countypulse.local.command;

import io.countypulse.local.Screen;
import io.countypulse.local.parts.Directories;
import io.countypulse.local.state.StateFolder;

/** {@code reset}: ends the city and forgets everything it kept. */
public final class Reset {
  private Reset() {}

  /** A folder that is no state folder is left alone. */
  public static void run(StateFolder state, Screen screen) throws InterruptedException {
    if (!state.exists()) {
      screen.line("没有可清除的数据 · nothing to reset: " + state.root());
      return;
    }
    Down.run(state, screen);
    state.kept().forEach(Directories::delete);
    screen.line("已清除 · reset: " + state.root());
  }
}
