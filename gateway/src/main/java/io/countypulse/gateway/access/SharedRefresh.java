package io.countypulse.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * Refreshes each token once. A page asks for several things at a time; each request brings its own
 * copy of the session, and many issuers take a refresh token used twice for a stolen one. So all
 * who come with the same refresh token, now or within a minute, share the first one's answer.
 */
final class SharedRefresh implements OAuth2AuthorizedClientProvider {

  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration SHARED = Duration.ofMinutes(1);

  private record Refresh(Instant begun, CompletableFuture<OAuth2AuthorizedClient> answer) {}

  private final Map<String, Refresh> refreshes = new ConcurrentHashMap<>();
  private final OAuth2AuthorizedClientProvider issuer;
  private final Clock clock;

  SharedRefresh(Clock clock) {
    RefreshTokenOAuth2AuthorizedClientProvider refresh =
        new RefreshTokenOAuth2AuthorizedClientProvider();
    refresh.setClock(clock);
    refresh.setClockSkew(SKEW);
    this.issuer = refresh;
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizationContext context) {
    OAuth2AuthorizedClient client = context.getAuthorizedClient();
    OAuth2RefreshToken token = client == null ? null : client.getRefreshToken();
    if (client == null || token == null || !expiring(client)) {
      return null;
    }
    refreshes.values().removeIf(refresh -> refresh.begun().plus(SHARED).isBefore(clock.instant()));
    Refresh own = new Refresh(clock.instant(), new CompletableFuture<>());
    Refresh first = refreshes.putIfAbsent(token.getTokenValue(), own);
    if (first == null) {
      ask(context, token, own);
    }
    return answer(first == null ? own : first);
  }

  private boolean expiring(OAuth2AuthorizedClient client) {
    Instant expiry = client.getAccessToken().getExpiresAt();
    return expiry != null && clock.instant().isAfter(expiry.minus(SKEW));
  }

  private void ask(OAuth2AuthorizationContext context, OAuth2RefreshToken token, Refresh refresh) {
    try {
      refresh.answer().complete(issuer.authorize(context));
    } catch (RuntimeException refused) {
      refresh.answer().completeExceptionally(refused);
      refreshes.remove(token.getTokenValue());
    }
  }

  private static @Nullable OAuth2AuthorizedClient answer(Refresh refresh) {
    try {
      return refresh.answer().join();
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw refused;
    }
  }
}
