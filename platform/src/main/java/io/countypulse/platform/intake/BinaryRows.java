package io.countypulse.platform.intake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in the binary format of PostgreSQL's COPY, gathered until they are worth sending. */
public final class BinaryRows implements StagedRow {

  /** Signature, flags and length of the header's extension. */
  static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};

  private static final long DAY_ZERO = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final BigInteger BASE = BigInteger.valueOf(10_000);
  private static final int DIGITS = 4;

  private final int fieldsInARow;
  private byte[] bytes;
  private int length;
  private int fields;

  /**
   * @param capacity bytes after which the rows are worth sending
   */
  public BinaryRows(int fieldsInARow, int capacity) {
    this.fieldsInARow = fieldsInARow;
    this.bytes = new byte[capacity + (capacity >> 2)];
  }

  /** A row begins. */
  public void begin() {
    fields = 0;
    reserve(2);
    putShort(fieldsInARow);
  }

  /**
   * The row is complete.
   *
   * @throws IllegalStateException if a field is missing or too many
   */
  public void end() {
    if (fields != fieldsInARow) {
      throw new IllegalStateException(
          "a staged row has " + fieldsInARow + " fields, " + fields + " were written");
    }
  }

  /** Bytes gathered. */
  public int length() {
    return length;
  }

  /** Hands the rows over and begins anew. */
  public ByteBuffer take() {
    ByteBuffer taken = ByteBuffer.wrap(bytes, 0, length);
    bytes = new byte[bytes.length];
    length = 0;
    return taken;
  }

  @Override
  public StagedRow text(@Nullable String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public StagedRow number(@Nullable Integer value) {
    return value == null ? nothing() : fixed(4, value);
  }

  @Override
  public StagedRow bigNumber(@Nullable Long value) {
    return value == null ? nothing() : fixed(8, value);
  }

  @Override
  public StagedRow date(@Nullable LocalDate value) {
    return value == null ? nothing() : fixed(4, value.toEpochDay() - DAY_ZERO);
  }

  @Override
  public StagedRow truth(@Nullable Boolean value) {
    return value == null ? nothing() : fixed(1, value ? 1 : 0);
  }

  @Override
  public StagedRow bytes(byte @Nullable [] value) {
    if (value == null) {
      return nothing();
    }
    field(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  @Override
  public StagedRow uuid(@Nullable UUID value) {
    if (value == null) {
      return nothing();
    }
    field(16);
    putLong(value.getMostSignificantBits(), 8);
    putLong(value.getLeastSignificantBits(), 8);
    return this;
  }

  /** Base-10,000 digits, weight, sign and scale (numeric_recv). */
  @Override
  public StagedRow decimal(@Nullable BigDecimal value) {
    if (value == null) {
      return nothing();
    }
    int scale = Math.max(value.scale(), 0);
    int fraction = (scale + DIGITS - 1) / DIGITS;
    BigInteger whole = value.abs().setScale(fraction * DIGITS).unscaledValue();
    short[] digits = digits(whole);
    field(8 + 2 * digits.length);
    putShort(digits.length);
    putShort(digits.length - fraction - 1);
    putShort(value.signum() < 0 ? 0x4000 : 0);
    putShort(scale);
    for (short digit : digits) {
      putShort(digit);
    }
    return this;
  }

  private static short[] digits(BigInteger value) {
    int count = 0;
    for (BigInteger rest = value; rest.signum() > 0; rest = rest.divide(BASE)) {
      count++;
    }
    short[] digits = new short[count];
    BigInteger rest = value;
    for (int place = count - 1; place >= 0; place--) {
      digits[place] = rest.mod(BASE).shortValueExact();
      rest = rest.divide(BASE);
    }
    return digits;
  }

  private StagedRow nothing() {
    reserve(4);
    putLong(-1, 4);
    fields++;
    return this;
  }

  private StagedRow fixed(int size, long value) {
    field(size);
    putLong(value, size);
    return this;
  }

  private void field(int size) {
    reserve(4 + size);
    putLong(size, 4);
    fields++;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }

  private void putShort(int value) {
    putLong(value, 2);
  }

  private void putLong(long value, int size) {
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >> shift);
    }
  }
}
