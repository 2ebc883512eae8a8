package io.countypulse.local.supervisor;

import io.countypulse.local.state.OwnerOnly;
import io.countypulse.local.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * At most one supervisor a state folder: it holds a file lock, which ends with it however it ends.
 */
public final class RunLock {
  private final StateFolder state;
  private final FileLock lock;

  private RunLock(StateFolder state, FileLock lock) {
    this.state = state;
    this.lock = lock;
  }

  /** How far a run has come. */
  public enum Phase {
    STARTING,
    OPEN,
    LOADED
  }

  /** What a supervisor says about itself. */
  public record Run(long process, String address, Phase phase) {}

  /** Takes the lock; nothing if a supervisor runs. */
  public static Optional<RunLock> take(StateFolder state) {
    try {
      FileChannel channel =
          FileChannel.open(state.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new RunLock(state, lock));
      }
      channel.close();
      return Optional.empty();
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The run that holds the lock, if any. */
  public static Optional<Run> current(StateFolder state) {
    return said(state).filter(RunLock::isAlive).filter(run -> isHeld(state));
  }

  /** What the last run said about itself, whether it lives or not. */
  public static Optional<Run> said(StateFolder state) {
    return Files.exists(state.run())
        ? Optional.of(JsonMapper.shared().readValue(state.run().toFile(), Run.class))
        : Optional.empty();
  }

  private static boolean isAlive(Run run) {
    return ProcessHandle.of(run.process()).isPresent();
  }

  /** Asked only when the process number lives: another program may have been given it. */
  private static boolean isHeld(StateFolder state) {
    Optional<RunLock> free = take(state);
    free.ifPresent(RunLock::release);
    return free.isEmpty();
  }

  /** Says how far this run has come. */
  public void record(String address, Phase phase) {
    Run run = new Run(ProcessHandle.current().pid(), address, phase);
    OwnerOnly.write(state.run(), JsonMapper.shared().writeValueAsString(run));
  }

  private void release() {
    try {
      lock.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
