package io.countypulse.employment.entry;

import io.countypulse.employment.Department;
import io.countypulse.testing.TestTokens;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody at the desk who types records in. */
record Clerk(Department department, String token) {

  static final String DONGCHUAN = "530113";
  static final String WUHUA = "530102";

  static Clerk of(Department department, String name, String... counties) {
    return new Clerk(department, TestTokens.shared().tokenOf(name, "EMPLOYMENT_CLERK", counties));
  }

  static Clerk lead(Department department) {
    return new Clerk(department, TestTokens.shared().tokenOf("lead", "EMPLOYMENT_LEAD", "530100"));
  }

  /** What an answer said. */
  record Answer(int status, JsonNode body) {
    String code() {
      return body.path("code").asString();
    }

    String field() {
      return body.path("field").asString();
    }

    String outcome() {
      return body.path("outcome").asString();
    }
  }

  Answer post(String path, String body) {
    return write("POST", path, body, null);
  }

  /** An edit begun on the newest version. */
  Answer change(String method, String record, String action, String body) {
    return write(method, "/" + record + action, body, version(record));
  }

  Answer write(String method, String path, String body, @Nullable Long version) {
    return answer(
        department.write(
            method, "/api/employment" + path, body.replace('\'', '"'), version, token));
  }

  Answer get(String path) {
    return answer(department.get("/api/employment" + path, token));
  }

  /** {@code workers/P1} */
  long version(String record) {
    return get("/" + record).body().path("version").asLong();
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(response.statusCode(), Department.json(response));
  }
}
