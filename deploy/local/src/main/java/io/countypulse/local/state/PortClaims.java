package io.countypulse.local.state;

import io.countypulse.local.parts.UserCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Ports promised to this process before its children listen on them, so that two cities that start
 * at the same moment do not choose the same one. A claim is a file lock: it ends with the process.
 */
public final class PortClaims {
  private final Path directory;
  private final Map<Integer, FileLock> held = new HashMap<>();

  public PortClaims(Path directory) {
    this.directory = directory;
  }

  /** The claims of this user. */
  public static PortClaims ofThisUser() {
    return new PortClaims(UserCache.directory().resolve("ports"));
  }

  /** Claims the port unless somebody listens on it or has claimed it. */
  public boolean claim(int port) {
    if (held.containsKey(port)) {
      return false;
    }
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve(Integer.toString(port)),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null && free(port)) {
        held.put(port, lock);
        return true;
      }
      channel.close();
      return false;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
