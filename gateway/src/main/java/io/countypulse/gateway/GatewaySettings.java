package io.countypulse.gateway;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the gateway stands and what stands behind it ({@code pulse.gateway.*}).
 *
 * @param publicUrl scheme, host and port people type, without a path; sign-in leads back to it
 * @param endSessionUrl the issuer's own sign-out page (OpenID Connect RP-initiated logout), if any
 */
@ConfigurationProperties("pulse.gateway")
public record GatewaySettings(
    URI publicUrl, Services services, @DefaultValue Limits limits, @Nullable URI endSessionUrl) {

  /** Base URLs of the services. */
  public record Services(URI employment, URI credit, URI subsidy, URI reporting) {
    public Services {
      required(employment, "pulse.gateway.services.employment");
      required(credit, "pulse.gateway.services.credit");
      required(subsidy, "pulse.gateway.services.subsidy");
      required(reporting, "pulse.gateway.services.reporting");
    }
  }

  /**
   * What one caller may ask for.
   *
   * @param upload largest file with its multipart frame
   * @param body largest body of any other request
   * @param requestsPerSecond of one address, steadily
   * @param burst of one address, at once
   */
  public record Limits(
      @DefaultValue("1025MB") DataSize upload,
      @DefaultValue("1MB") DataSize body,
      @DefaultValue("500") int requestsPerSecond,
      @DefaultValue("2000") int burst) {}

  public GatewaySettings {
    required(publicUrl, "pulse.gateway.public-url");
    required(services, "pulse.gateway.services");
  }

  /** An address below the public URL. */
  public String publicAddress(String path) {
    return publicUrl.resolve(path).toString();
  }

  /** Whether browsers come by https, so that cookies must be marked secure. */
  public boolean https() {
    return "https".equals(publicUrl.getScheme());
  }

  private static void required(@Nullable Object value, String key) {
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
  }
}
