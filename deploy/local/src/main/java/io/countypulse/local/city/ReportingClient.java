package io.countypulse.local.city;

import io.countypulse.local.state.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Asks reporting services how they stand, as the operator's machine. */
public final class ReportingClient {
  private static final String ROLE = "OPERATOR";

  private final MachineClient machine;

  private ReportingClient(MachineClient machine) {
    this.machine = machine;
  }

  /** With the tokens of a running city's gateway. */
  public static ReportingClient of(StateFolder state, URI gateway) {
    return new ReportingClient(new MachineClient(gateway, Accounts.read(state).client(ROLE)));
  }

  /** One number for all sums of all days; nothing while the service does not answer with it. */
  public Optional<String> digest(URI service) throws IOException, InterruptedException {
    return field(service, "/api/reporting/proof/digest", "digest");
  }

  /** Whether the service says that its figures are up to now. */
  public boolean isFresh(URI service) throws IOException, InterruptedException {
    return field(service, "/api/reporting/freshness", "stale").filter("false"::equals).isPresent();
  }

  private Optional<String> field(URI service, String path, String name)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = machine.send(machine.request(service.resolve(path).toString()));
    return answer.statusCode() == 200
        ? Optional.of(JsonMapper.shared().readTree(answer.body()).path(name).asString())
        : Optional.empty();
  }
}
