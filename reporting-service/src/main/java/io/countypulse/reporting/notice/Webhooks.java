package io.countypulse.reporting.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls messengers' group robots. No redirect is followed, no long answer read. */
final class Webhooks {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 16 << 10;
  private static final int LONGEST_REASON = 120;
  private static final int OK = 200;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Addresses addresses;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(CONNECT).build();

  Webhooks(Addresses addresses) {
    this.addresses = addresses;
  }

  Outcome send(Destination to, Message message, Instant now) {
    if (!addresses.allows(to.channel(), to.address())) {
      return new Outcome.Failed("地址不在允许的服务器之列 · address not allowed");
    }
    WebhookRequest request = WebhookRequest.of(to, message, now);
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(
            HttpRequest.newBuilder(URI.create(request.address()))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(request.body()))
                .build(),
            BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LONGEST_ANSWER));
    try {
      return outcome(answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS));
    } catch (TimeoutException _) {
      answer.cancel(true);
      return new Outcome.Failed("没有按时回复 · no answer in time");
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      return new Outcome.Failed(
          "连接失败 · " + (cause == null ? failure : cause).getClass().getSimpleName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed("发送中断 · interrupted");
    }
  }

  /** A robot says no with status 200 and a code: {@code errcode}, 飞书 {@code code}. */
  private static Outcome outcome(HttpResponse<String> response) {
    if (response.statusCode() != OK) {
      return new Outcome.Failed("HTTP " + response.statusCode());
    }
    try {
      JsonNode answer = JSON.readTree(response.body());
      JsonNode code = answer.has("errcode") ? answer.path("errcode") : answer.path("code");
      return code.isInt() && code.asInt() == 0
          ? new Outcome.Delivered()
          : new Outcome.Failed("错误码 " + code.asString("?") + " " + reason(answer));
    } catch (JacksonException notJson) {
      return new Outcome.Failed("回复无法识别 · unknown answer");
    }
  }

  private static String reason(JsonNode answer) {
    String text = answer.path("errmsg").asString(answer.path("msg").asString(""));
    String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
    return plain.length() > LONGEST_REASON ? plain.substring(0, LONGEST_REASON) : plain;
  }
}
