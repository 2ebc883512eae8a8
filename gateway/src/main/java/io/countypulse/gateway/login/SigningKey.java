package io.countypulse.gateway.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The RSA key tokens are signed with: made at the first start, kept ever after. */
final class SigningKey {

  private static final String FILE = "signing-key.json";

  private SigningKey() {}

  /** Reads the key of this folder, or makes one. */
  static RSAKey in(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      return Files.exists(file) ? RSAKey.parse(Files.readString(file)) : made(file);
    } catch (ParseException damaged) {
      throw new IllegalStateException(file + " is not a key", damaged);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("no RSA on this machine", impossible);
    }
  }

  private static RSAKey made(Path file) throws IOException, JOSEException {
    RSAKey key =
        new RSAKeyGenerator(2048)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .keyIDFromThumbprint(true)
            .generate();
    PrivateFile.write(file, key.toJSONString().getBytes(StandardCharsets.UTF_8));
    return key;
  }
}
