package io.countypulse.gateway;

import io.countypulse.platform.access.AccessAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The one door of County Pulse: login and session, routes to the services, the web app.
 *
 * <p>The platform's access rules are the services'. Boot's own authorization server is excluded: it
 * would make a signing key at every start, and the local one ({@code login}) exists in profile
 * {@code local} only.
 */
@SpringBootApplication(
    exclude = {
      AccessAutoConfiguration.class,
      OAuth2AuthorizationServerAutoConfiguration.class,
      OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
@EnableConfigurationProperties(GatewaySettings.class)
@EnableScheduling
public class Gateway {
  public static void main(String[] arguments) {
    SpringApplication.run(Gateway.class, arguments);
  }
}
