package io.countypulse.platform.openapi;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.web.ExpectedVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/**
 * {@code /api/<service>/openapi} (and {@code .yaml}) for a service with springdoc on its classpath.
 * There is no page to try calls on: FAULTS E12.
 */
@AutoConfiguration
@ConditionalOnClass(SpringDocUtils.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class OpenApiAutoConfiguration {

  private static final String TOKEN = "token";

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Caller.class, CountyScope.class, WriteRequest.class, ExpectedVersion.class)
        .replaceWithSchema(UnitCode.class, new StringSchema().example("530102"));
  }

  @Bean
  GlobalOpenApiCustomizer apiAsAWhole(@Value("${spring.application.name:service}") String service) {
    return document -> {
      document.setInfo(
          new Info()
              .title("县域脉搏 County Pulse · " + service)
              .version("v1")
              .description(
                  "错误均为 RFC 9457 problem details，含 code，可定位时含 field。"
                      + " Errors are problem details with a code and, where there is one, the"
                      + " field."));
      document.setServers(List.of(new Server().url("/")));
      if (document.getComponents() != null) {
        document
            .getComponents()
            .addSecuritySchemes(
                TOKEN,
                new SecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .bearerFormat("JWT"));
        document.setSecurity(List.of(new SecurityRequirement().addList(TOKEN)));
      }
    };
  }

  /** What a method takes from headers by an argument of its own type is told here, once. */
  @Bean
  GlobalOperationCustomizer headersOfWrites() {
    return (operation, method) -> {
      if (takes(method, WriteRequest.class)) {
        operation.addParametersItem(
            header(
                IdempotentWrites.HEADER,
                "每次提交一个新值，重发时用原值 · New for each write, the same when sent again",
                "0190b6f2-6f0a-7c31-9d55-3a1c5e0d8a11"));
      }
      if (takes(method, ExpectedVersion.class)) {
        operation.addParametersItem(
            header(
                HttpHeaders.IF_MATCH,
                "读取记录时的 ETag · ETag of the record as it was read",
                ExpectedVersion.tag(3)));
      }
      return operation;
    };
  }

  private static boolean takes(HandlerMethod method, Class<?> argument) {
    return Stream.of(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == argument);
  }

  private static HeaderParameter header(String name, String description, String example) {
    HeaderParameter header = new HeaderParameter();
    header
        .name(name)
        .description(description)
        .required(true)
        .schema(new StringSchema())
        .example(example);
    return header;
  }
}
