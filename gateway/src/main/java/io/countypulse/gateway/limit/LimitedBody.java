package io.countypulse.gateway.limit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A body that refuses to be read beyond its limit, for callers who do not announce its length. */
final class LimitedBody extends ServletInputStream {

  private final ServletInputStream body;
  private final DataSize limit;
  private long left;

  LimitedBody(ServletInputStream body, DataSize limit) {
    this.body = body;
    this.limit = limit;
    this.left = limit.toBytes();
  }

  @Override
  public int read() throws IOException {
    int read = body.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = body.read(bytes, offset, length);
    if (count > 0) {
      count(count);
    }
    return count;
  }

  private void count(int bytes) throws BodyTooLarge {
    left -= bytes;
    if (left < 0) {
      throw new BodyTooLarge(limit);
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
