package io.countypulse.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

  private static final PersonalColumn NAME = PersonalColumn.of("worker", "name");
  private static final PersonalColumn PHONE = PersonalColumn.of("worker", "phone");
  private static final byte[] LOOKUP_KEY = key(9);

  private final PersonalData data =
      new PersonalData(Map.of((byte) 1, aes(1)), (byte) 1, LOOKUP_KEY);

  @Test
  void whatIsEncryptedDecryptsToTheSame() {
    for (String text : new String[] {"", "张三", "阿依古丽", "𠮷野家", "530190199003071233"}) {
      assertThat(data.decrypt(NAME, data.encrypt(NAME, text))).isEqualTo(text);
    }
  }

  @Test
  void theSameNameNeverLooksTheSameTwice() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertThat(seen.add(Arrays.toString(data.encrypt(NAME, "张三")))).isTrue();
    }
  }

  @Test
  void nothingOfTheNameShowsThrough() {
    String shown = new String(data.encrypt(NAME, "a plain name"), StandardCharsets.ISO_8859_1);

    assertThat(shown).doesNotContain("plain");
  }

  @Test
  void aValueOfAnotherColumnDoesNotDecrypt() {
    byte[] name = data.encrypt(NAME, "张三");

    assertThatThrownBy(() -> data.decrypt(PHONE, name)).hasMessageContaining("worker.phone");
  }

  @Test
  void aChangedValueDoesNotDecrypt() {
    byte[] name = data.encrypt(NAME, "张三");
    name[name.length - 20] ^= 1;

    assertThatThrownBy(() -> data.decrypt(NAME, name)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> data.decrypt(NAME, new byte[3]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void valuesOfAFormerKeyStayReadableAfterItIsReplaced() {
    byte[] old = data.encrypt(NAME, "张三");
    PersonalData renewed =
        new PersonalData(Map.of((byte) 1, aes(1), (byte) 2, aes(2)), (byte) 2, LOOKUP_KEY);

    assertThat(renewed.decrypt(NAME, old)).isEqualTo("张三");
    assertThat(renewed.encrypt(NAME, "张三")[0]).isEqualTo((byte) 2);
    assertThatThrownBy(() -> data.decrypt(NAME, renewed.encrypt(NAME, "张三")))
        .hasMessageContaining("key 2 is not configured");
  }

  @Test
  void equalValuesHaveEqualHashesUnderOneKeyOnly() {
    PersonalData elsewhere = new PersonalData(Map.of((byte) 1, aes(1)), (byte) 1, key(8));

    assertThat(data.lookupHash("530190199003071233"))
        .hasSize(32)
        .isEqualTo(data.lookupHash("530190199003071233"))
        .isNotEqualTo(data.lookupHash("530190199003071234"))
        .isNotEqualTo(data.digest("530190199003071233"))
        .isNotEqualTo(elsewhere.lookupHash("530190199003071233"));
    assertThat(data.digest("a")).isEqualTo(data.digest("a")).isNotEqualTo(data.digest("b"));
  }

  @Test
  void masksKeepTheSurnameAndTheEndsOfNumbers() {
    assertThat(Masked.name("张三")).isEqualTo("张*");
    assertThat(Masked.name("张三丰")).isEqualTo("张**");
    assertThat(Masked.name("阿依古丽")).isEqualTo("阿**");
    assertThat(Masked.name("𠮷田")).isEqualTo("𠮷*");
    assertThat(Masked.name(" ")).isEmpty();
    assertThat(Masked.identityNumber("530190199003071234")).isEqualTo("530***********1234");
    assertThat(Masked.phone("13812345678")).isEqualTo("138****5678");
    assertThat(Masked.phone("12345")).isEqualTo("*****");
  }

  private static SecretKey aes(int fill) {
    return new SecretKeySpec(key(fill), "AES");
  }

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }
}
