package io.countypulse.gateway.login;

import io.countypulse.platform.access.Role;
import io.countypulse.platform.units.UnitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What a token says of its holder, read from the accounts each time one is made: a changed role or
 * a closed account takes effect with the next refresh.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private final Accounts accounts;
  private final String audience;
  private final Account reconciler;

  TokenClaims(Accounts accounts, String audience, UnitCode city) {
    this.accounts = accounts;
    this.audience = audience;
    String name = LocalClients.RECONCILER;
    reconciler =
        new Account(Account.Kind.CLIENT, name, name, List.of(Role.AUDITOR), List.of(city), null);
  }

  @Override
  public void customize(JwtEncodingContext context) {
    Account account = account(context);
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      context.getClaims().audience(list(Stream.of(audience)));
    }
    context
        .getClaims()
        .claim("preferred_username", account.name())
        .claim("name", account.displayName())
        .claim("roles", list(account.roles().stream().map(Role::name)))
        .claim("counties", list(account.counties().stream().map(UnitCode::value)));
    if (account.bank() != null) {
      context.getClaims().claim("bank", account.bank());
    }
  }

  private Account account(JwtEncodingContext context) {
    Authentication holder = Objects.requireNonNull(context.getPrincipal());
    boolean machine =
        AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
    if (machine && holder.getName().equals(reconciler.name())) {
      return reconciler;
    }
    return accounts
        .find(machine ? Account.Kind.CLIENT : Account.Kind.USER, holder.getName())
        .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
  }

  /** Claims are stored with the grant, by class; immutable lists cannot be read back. */
  private static List<String> list(Stream<String> values) {
    return values.collect(Collectors.toCollection(ArrayList::new));
  }
}
