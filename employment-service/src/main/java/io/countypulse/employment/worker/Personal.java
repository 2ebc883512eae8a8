package io.countypulse.employment.worker;

import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.personal.Masked;
import io.countypulse.platform.personal.PersonalColumn;
import io.countypulse.platform.personal.PersonalData;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A person's name and identity number; its text form is masked. */
public record Personal(String name, IdentityNumber identityNumber) {

  private static final PersonalColumn COLUMN = PersonalColumn.of("worker", "personal_encrypted");
  private static final char BETWEEN = '\n';

  /** Half of a keyed hash: 128 bits tell persons apart, at half the index. */
  private static final int HASH_BYTES = 16;

  /** As it is stored of a worker. */
  public byte[] encrypted(PersonalData data) {
    return data.encrypt(COLUMN, plain());
  }

  /** Equal digests: neither name nor number has changed. */
  public byte[] digest(PersonalData data) {
    return Arrays.copyOf(data.digest(plain()), HASH_BYTES);
  }

  /** By which the holder of a number is found. */
  public static byte[] hash(PersonalData data, IdentityNumber number) {
    return Arrays.copyOf(data.lookupHash(number.value()), HASH_BYTES);
  }

  /**
   * Equal for two records of the same name, birthday and village: probably one person; null where
   * the village is not known.
   */
  @Nullable Long namesake(PersonalData data, @Nullable String village) {
    if (village == null) {
      return null;
    }
    String told = name + BETWEEN + identityNumber.birthDate() + BETWEEN + village;
    return ByteBuffer.wrap(data.lookupHash(told)).getLong();
  }

  /** What is stored of a worker, in plain. */
  public static Personal decrypted(PersonalData data, byte[] encrypted) {
    String plain = data.decrypt(COLUMN, encrypted);
    int between = plain.indexOf(BETWEEN);
    return new Personal(
        plain.substring(0, between), new IdentityNumber(plain.substring(between + 1)));
  }

  /** The name with all but its first character masked. */
  public String maskedName() {
    return Masked.name(name);
  }

  @Override
  public String toString() {
    return maskedName() + " " + identityNumber.masked();
  }

  private String plain() {
    return name + BETWEEN + identityNumber.value();
  }
}
