package io.countypulse.platform.personal;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;

/** Personal data, in services that are given keys for it. */
@AutoConfiguration
@ConditionalOnProperty("pulse.personal-data.key")
@EnableConfigurationProperties(PersonalDataAutoConfiguration.Keys.class)
public final class PersonalDataAutoConfiguration {

  /**
   * Keys in base64, 32 bytes each.
   *
   * @param key the key that encrypts
   * @param keyId its id; raised by one when the key is replaced
   * @param previousKeys former keys by their id, for values not yet encrypted anew
   * @param lookupKey the key of hashes; it never changes
   */
  @ConfigurationProperties("pulse.personal-data")
  record Keys(
      String key,
      @DefaultValue("1") byte keyId,
      @DefaultValue Map<Byte, String> previousKeys,
      @Nullable String lookupKey) {}

  @Bean
  @ConditionalOnMissingBean
  PersonalData personalData(Keys keys) {
    Map<Byte, SecretKey> all = new HashMap<>();
    keys.previousKeys()
        .forEach((id, key) -> all.put(id, aes(decode("pulse.personal-data.previous-keys", key))));
    all.put(keys.keyId(), aes(decode("pulse.personal-data.key", keys.key())));
    byte[] lookupKey = decode("pulse.personal-data.lookup-key", keys.lookupKey());
    return new PersonalData(all, keys.keyId(), lookupKey);
  }

  private static SecretKey aes(byte[] key) {
    return new SecretKeySpec(key, "AES");
  }

  /** Names the property in every complaint, and never the key. */
  private static byte[] decode(String property, @Nullable String base64) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64 == null ? "" : base64.strip());
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException(property + " is not base64");
    }
    if (key.length != 32) {
      throw new IllegalArgumentException(property + " must be 32 bytes, it has " + key.length);
    }
    return key;
  }
}
