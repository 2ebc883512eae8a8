package io.countypulse.local.city;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public import API of a service, used as any other machine client uses it. */
final class ImportApi {
  private static final String BOUNDARY = "county-pulse-file";

  private final MachineClient client;

  ImportApi(MachineClient client) {
    this.client = client;
  }

  /** Hands a file in; the answer's location is the import. */
  HttpResponse<String> handIn(CityFile file) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        client
            .request("/api/%s/imports?kind=%s".formatted(file.service(), file.kind()))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(multipart(file));
    return client.send(request);
  }

  /** How far the import is. */
  JsonNode progress(URI location) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(client.request(location.getRawPath()));
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  private static BodyPublisher multipart(CityFile file) throws FileNotFoundException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(BOUNDARY, file.name());
    return BodyPublishers.concat(
        BodyPublishers.ofString(head),
        BodyPublishers.ofFile(file.path()),
        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
  }
}
