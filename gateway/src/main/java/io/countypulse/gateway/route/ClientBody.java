package io.countypulse.gateway.route;

import io.countypulse.gateway.limit.BodyTooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A caller's body on its way to a service. Remembers why reading failed, which tells the caller's
 * fault from the service's. Closing waits for a read under way: the service may answer before it
 * has taken everything, and the server must not reuse the request under the reader.
 */
final class ClientBody extends InputStream {

  private final HttpServletRequest request;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable IOException failure;
  private boolean closed;

  ClientBody(HttpServletRequest request) {
    this.request = request;
  }

  boolean isEmpty() {
    return length() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
  }

  /** Bytes announced; -1 where the caller did not say. */
  long length() {
    return request.getContentLengthLong();
  }

  /** What to answer if the exchange failed because of this body. */
  Optional<ServerResponse> fault() {
    return Optional.ofNullable(failure)
        .map(
            reason ->
                reason instanceof BodyTooLarge tooLarge
                    ? RouteProblem.tooLarge(tooLarge)
                    : RouteProblem.cutOff());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    reading.lock();
    try {
      return readOpen(bytes, offset, length);
    } finally {
      reading.unlock();
    }
  }

  private int readOpen(byte[] bytes, int offset, int length) throws IOException {
    if (closed) {
      throw new IOException("the exchange is over");
    }
    try {
      return request.getInputStream().read(bytes, offset, length);
    } catch (IOException broken) {
      failure = broken;
      throw broken;
    }
  }

  @Override
  public void close() {
    reading.lock();
    try {
      closed = true;
    } finally {
      reading.unlock();
    }
  }
}
