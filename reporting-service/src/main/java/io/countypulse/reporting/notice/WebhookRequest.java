package io.countypulse.reporting.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message as a messenger's group robot takes it: 企业微信 markdown of at most 4,096 bytes; 钉钉
 * markdown, signed in the address; 飞书 rich text, signed in the body.
 *
 * @param address with what the messenger wants in it
 */
record WebhookRequest(String address, String body) {

  private static final int MOST = 20;
  private static final int WECOM_BYTES = 4_096;
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * The request of a message.
   *
   * @param now when it is sent; signatures hold for an hour
   */
  static WebhookRequest of(Destination to, Message message, Instant now) {
    Message told = message.shortened(MOST);
    return switch (to.channel()) {
      case WECOM -> new WebhookRequest(to.address(), wecom(told));
      case DINGTALK -> new WebhookRequest(dingtalkAddress(to, now), dingtalk(told));
      case FEISHU -> new WebhookRequest(to.address(), feishu(to.secret(), told, now));
      case IN_APP, EMAIL -> throw new IllegalArgumentException(to.channel() + " is no webhook");
    };
  }

  private static String wecom(Message message) {
    Message told = message;
    String text = markdown(told, "\n");
    while (text.getBytes(UTF_8).length > WECOM_BYTES) {
      told = told.shortened(told.paragraphs().size() - 1);
      text = markdown(told, "\n");
    }
    return JSON.writeValueAsString(
        ordered("msgtype", "markdown", "markdown", Map.of("content", text)));
  }

  private static String dingtalk(Message message) {
    Object markdown = ordered("title", message.title(), "text", markdown(message, "\n\n"));
    return JSON.writeValueAsString(ordered("msgtype", "markdown", "markdown", markdown));
  }

  /** {@code sign} is HMAC-SHA256 under the secret of {@code timestamp\nsecret}, milliseconds. */
  private static String dingtalkAddress(Destination to, Instant now) {
    if (to.secret().isEmpty()) {
      return to.address();
    }
    String timestamp = Long.toString(now.toEpochMilli());
    String sign = signature(to.secret(), timestamp + "\n" + to.secret());
    return to.address()
        + (to.address().contains("?") ? "&" : "?")
        + "timestamp="
        + timestamp
        + "&sign="
        + URLEncoder.encode(sign, UTF_8);
  }

  /** {@code sign} is HMAC-SHA256 of nothing under {@code timestamp\nsecret}, seconds. */
  private static String feishu(String secret, Message message, Instant now) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (!secret.isEmpty()) {
      String timestamp = Long.toString(now.getEpochSecond());
      body.put("timestamp", timestamp);
      body.put("sign", signature(timestamp + "\n" + secret, ""));
    }
    Object post = ordered("title", message.title(), "content", richText(message));
    body.put("msg_type", "post");
    body.put("content", Map.of("post", Map.of("zh_cn", post)));
    return JSON.writeValueAsString(body);
  }

  private static List<List<Map<String, Object>>> richText(Message message) {
    List<List<Map<String, Object>>> lines = new ArrayList<>();
    for (Message.Paragraph each : message.paragraphs()) {
      lines.add(List.of(ordered("tag", "text", "text", each.title())));
      lines.add(List.of(ordered("tag", "text", "text", each.text())));
      lines.add(List.of(ordered("tag", "text", "text", each.english())));
    }
    if (message.left() > 0) {
      lines.add(List.of(ordered("tag", "text", "text", left(message))));
    }
    if (!message.link().isEmpty()) {
      Map<String, Object> link = ordered("tag", "a", "text", "查看 · Open");
      link.put("href", message.link());
      lines.add(List.of(link));
    }
    return lines;
  }

  private static String markdown(Message message, String newLine) {
    StringJoiner text = new StringJoiner(newLine);
    for (Message.Paragraph each : message.paragraphs()) {
      text.add("**" + plain(each.title()) + "**");
      text.add(plain(each.text()));
      text.add("> " + plain(each.english()));
    }
    if (message.left() > 0) {
      text.add(left(message));
    }
    if (!message.link().isEmpty()) {
      text.add("[查看 · Open](" + message.link() + ")");
    }
    return text.toString();
  }

  private static String left(Message message) {
    return "另有 " + message.left() + " 条，请到平台查看 · " + message.left() + " more";
  }

  /** A rule's name is people's text: it marks up nothing and links nowhere. */
  private static String plain(String text) {
    return text.replace('<', '＜')
        .replace('>', '＞')
        .replace('[', '［')
        .replace(']', '］')
        .replace('*', '＊')
        .replace('`', '｀')
        .replace('#', '＃')
        .replace('\n', ' ');
  }

  private static Map<String, Object> ordered(
      String first, Object one, String second, Object other) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, one);
    map.put(second, other);
    return map;
  }

  private static String signature(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The address can be used by whoever reads it. */
  @Override
  public String toString() {
    return "WebhookRequest";
  }
}
