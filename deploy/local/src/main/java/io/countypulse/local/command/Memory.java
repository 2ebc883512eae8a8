package io.countypulse.local.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of a process: what it shares with others is divided among them where the system says so.
 */
final class Memory {
  private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

  private Memory() {}

  /** Resident kibibytes; 0 if the process is gone. */
  static long kibibytes(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
      if (Files.isReadable(file)) {
        Matcher share = SHARE.matcher(Files.readString(file));
        return share.find() ? Long.parseLong(share.group(1)) : 0;
      }
      return asked(process);
    } catch (IOException e) {
      return 0;
    }
  }

  private static long asked(ProcessHandle process) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", "" + process.pid()).start();
    String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return answer.isBlank() ? 0 : Long.parseLong(answer.strip());
  }
}
