package io.countypulse.reporting.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The messengers' own formats; the signatures were computed apart from this code. */
class WebhookRequestTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_718_000_000_000L);
  private static final String ADDRESS = "https://robot.example/send?access_token=1";
  private static final Message ONE =
      message(List.of(new Message.Paragraph("【预警】官渡区：**规则**", "逾期率 1.88%", "Overdue 1.88 %")));

  @Test
  void weComTakesMarkdownThatPeoplesTextCannotMarkUp() {
    JsonNode body = body(Channel.WECOM, "", ONE);
    assertThat(body.get("msgtype").asString()).isEqualTo("markdown");
    assertThat(body.get("markdown").get("content").asString())
        .isEqualTo(
            """
            **【预警】官渡区：＊＊规则＊＊**
            逾期率 1.88%
            > Overdue 1.88 %
            [查看 · Open](https://pulse.example/alerts/7)""");
  }

  @Test
  void dingTalkIsSignedInItsAddress() {
    WebhookRequest request =
        WebhookRequest.of(new Destination(Channel.DINGTALK, ADDRESS, "SECdemo"), ONE, NOW);
    assertThat(request.address())
        .isEqualTo(
            ADDRESS
                + "&timestamp=1718000000000&sign=sG5ydFjbpUQFmcNW68SeAIHcwY%2F3FQQrKWNQCNTleFc%3D");
    JsonNode body = JsonMapper.shared().readTree(request.body());
    assertThat(body.get("markdown").get("title").asString()).isEqualTo("预警");
    assertThat(body.get("markdown").get("text").asString()).contains("逾期率 1.88%");
    WebhookRequest unsigned =
        WebhookRequest.of(new Destination(Channel.DINGTALK, ADDRESS, ""), ONE, NOW);
    assertThat(unsigned.address()).isEqualTo(ADDRESS);
  }

  @Test
  void feishuIsSignedInItsBody() {
    JsonNode body = body(Channel.FEISHU, "SECdemo", ONE);
    assertThat(body.get("timestamp").asString()).isEqualTo("1718000000");
    assertThat(body.get("sign").asString())
        .isEqualTo("jWL0qkB3FPZ+RuyK6gm5jbDboxHbcpw0jYitw2stHco=");
    assertThat(body.get("msg_type").asString()).isEqualTo("post");
    JsonNode post = body.get("content").get("post").get("zh_cn");
    assertThat(post.get("title").asString()).isEqualTo("预警");
    assertThat(post.get("content").get(1).get(0).get("text").asString()).isEqualTo("逾期率 1.88%");
    assertThat(post.get("content").get(3).get(0).get("href").asString())
        .isEqualTo("https://pulse.example/alerts/7");
    assertThat(body(Channel.FEISHU, "", ONE).has("sign")).isFalse();
  }

  @Test
  void manyAlertsFitIntoOneMessageThatSaysHowManyAreLeft() {
    Message.Paragraph wordy = new Message.Paragraph("题".repeat(60), "因".repeat(60), "w".repeat(60));
    Message many = message(IntStream.range(0, 45).mapToObj(_ -> wordy).toList());
    String text = body(Channel.WECOM, "", many).get("markdown").get("content").asString();
    assertThat(text.getBytes(UTF_8).length).isLessThanOrEqualTo(4_096).isGreaterThan(3_500);
    assertThat(text).contains("另有 36 条");
  }

  private static Message message(List<Message.Paragraph> paragraphs) {
    return new Message("预警", paragraphs, 0, "https://pulse.example/alerts/7");
  }

  private static JsonNode body(Channel channel, String secret, Message message) {
    return JsonMapper.shared()
        .readTree(
            WebhookRequest.of(new Destination(channel, ADDRESS, secret), message, NOW).body());
  }
}
