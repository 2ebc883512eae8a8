package io.countypulse.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.countypulse.gateway.GatewaySettings;
import io.countypulse.gateway.access.TokenRelay;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** One route a service: {@code /api/<service>/**}, path and query unchanged. */
@Configuration(proxyBeanMethods = false)
class Routes {

  @Bean
  RouterFunction<ServerResponse> services(GatewaySettings settings, TokenRelay relay) {
    return Arrays.stream(Service.values())
        .map(service -> toService(service, settings, relay))
        .reduce(RouterFunction::and)
        .orElseThrow();
  }

  private static RouterFunction<ServerResponse> toService(
      Service service, GatewaySettings settings, TokenRelay relay) {
    return route(service.code())
        .route(path("/api/" + service.code() + "/**"), http())
        .before(uri(service.address(settings.services())))
        .filter(relay)
        .build();
  }

  @Bean
  ServiceHeaders serviceHeaders() {
    return new ServiceHeaders();
  }

  @Bean
  OpenStreams openStreams(Clock clock) {
    return new OpenStreams(clock);
  }

  @Bean
  ServiceExchange serviceExchange(OpenStreams streams, ObservationRegistry observations) {
    return new ServiceExchange(streams, observations);
  }
}
