package io.countypulse.local.command;

import io.countypulse.local.Screen;
import io.countypulse.local.city.Accounts;
import io.countypulse.local.city.Accounts.User;
import io.countypulse.local.state.StateFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The address, and on the first run whom to sign in as: one account of each role. */
record Welcome(StateFolder state, Screen screen) {
  void say(String address, boolean firstRun) {
    screen.line("");
    screen.line("  县域脉搏 County Pulse   " + address);
    screen.line("  账号 accounts           " + state.accounts());
    if (firstRun) {
      accounts(Accounts.read(state).users());
    }
    screen.line("");
  }

  private void accounts(List<User> users) {
    List<User> shown = firstOfEachRole(users);
    shown.forEach(
        user ->
            screen.line(
                "    %-18s %-20s %s %s"
                    .formatted(
                        user.username(),
                        user.password(),
                        String.join(",", user.roles()),
                        scope(user))));
    screen.line(
        "    其余 %1$d 个账号见上述文件 · %1$d more in that file".formatted(users.size() - shown.size()));
  }

  private static List<User> firstOfEachRole(List<User> users) {
    Set<List<String>> seen = new HashSet<>();
    List<User> first = new ArrayList<>(users);
    first.removeIf(user -> !seen.add(user.roles()));
    return first;
  }

  private static String scope(User user) {
    return user.counties().size() == 1
        ? user.counties().getFirst()
        : "%1$d 个县区 · %1$d counties".formatted(user.counties().size());
  }
}
