package io.countypulse.platform.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a stored file, to be read as often as needed, never all at once. */
public interface FileBytes {

  /** From the first byte on. */
  InputStream stream() throws IOException;

  /** For reading at any place, as a zip wants it. */
  SeekableByteChannel channel() throws IOException;
}
