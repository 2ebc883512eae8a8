package io.countypulse.employment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDocumentTest {

  @Test
  void everyWriteIsDescribedWithItsHeadersAndExamples() {
    JsonNode api = Department.shared().read("/api/employment/openapi", Department.clerk("530113"));

    assertThat(headers(api, "/api/employment/workers", "post")).contains("Idempotency-Key");
    assertThat(headers(api, "/api/employment/workers/{id}", "put"))
        .contains("Idempotency-Key", "If-Match")
        .doesNotContain("caller", "scope");
    assertThat(api.at("/components/schemas/Creation/properties/householdId/example").asString())
        .isEqualTo("H530102000005");
    assertThat(api.path("paths").propertyNames())
        .contains(
            "/api/employment/households/{id}/move",
            "/api/employment/reviews/{id}/approve",
            "/api/employment/targets/{county}/{year}",
            "/api/employment/duplicates",
            "/api/employment/workers/export",
            "/api/employment/imports");
  }

  private static Stream<String> headers(JsonNode api, String path, String method) {
    return api.path("paths")
        .path(path)
        .path(method)
        .path("parameters")
        .valueStream()
        .map(parameter -> parameter.path("name").asString());
  }
}
