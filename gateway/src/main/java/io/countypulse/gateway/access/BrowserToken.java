package io.countypulse.gateway.access;

import org.springframework.security.oauth2.core.OAuth2AccessToken;

/** What a browser's session has to show to the services. */
sealed interface BrowserToken {

  /** A token good for a while yet. */
  record Valid(OAuth2AccessToken token) implements BrowserToken {}

  /** The issuer gives no new token: expired, revoked, or the account is gone. */
  record SignInAgain() implements BrowserToken {}

  /** The issuer does not answer; the session may still be good. */
  record IssuerSilent() implements BrowserToken {}
}
