package io.countypulse.gateway.login;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the local authorization server needs to know ({@code pulse.*}).
 *
 * @param gateway where it keeps its key and writes the accounts, and the secret the reporting
 *     service signs in with; without one it cannot
 * @param security the issuer it is
 * @param city the folder of the city
 */
@ConfigurationProperties("pulse")
record LocalSettings(Gateway gateway, Security security, City city) {

  record Gateway(
      @Nullable Path stateDirectory,
      @Nullable Path accountsFile,
      @Nullable String reconcilerSecret) {}

  record Security(String issuer, URI jwkSetUri, String audience) {}

  record City(Path directory) {}

  /** Folder of the signing key. */
  Path stateDirectory() {
    return required(gateway.stateDirectory(), "pulse.gateway.state-directory");
  }

  /** Where the first start writes names and passwords. */
  Path accountsFile() {
    return required(gateway.accountsFile(), "pulse.gateway.accounts-file");
  }

  private static Path required(@Nullable Path path, String key) {
    if (path == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return path;
  }
}
