package io.countypulse.reporting.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  private static final Addresses STRICT = new Addresses(settings(false));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1",
        "https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=1",
        "https://qyapi.weixin.qq.com@10.0.0.1/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://qyapi.weixin.qq.com.example.org/",
        "https://[::1]/",
        "http://127.0.0.1:8080/",
        "file:///etc/passwd",
        "https:///",
        "https://qyapi.weixin.qq.com/a b",
        ""
      })
  void noWebhookLeavesForAnywhereButAMessenger(String address) {
    assertThat(STRICT.allows(Channel.WECOM, address)).isFalse();
  }

  @Test
  void messengersAreReachedByHttpsAndThisMachineOnlyWhereAllowed() {
    assertThat(
            STRICT.allows(Channel.WECOM, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1"))
        .isTrue();
    Addresses trying = new Addresses(settings(true));
    assertThat(trying.allows(Channel.FEISHU, "http://127.0.0.1:9/hook")).isTrue();
    assertThat(trying.allows(Channel.FEISHU, "http://10.0.0.1/hook")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b.cn,c@d.cn", "a@b.cn\nBcc: c@d.cn", "a b@c.cn", "a@localhost", "@b.cn"})
  void oneRecipientIsOneAddress(String address) {
    assertThat(STRICT.allows(Channel.EMAIL, address)).isFalse();
    assertThat(STRICT.allows(Channel.EMAIL, "li.ming@km.gov.cn")).isTrue();
  }

  @Test
  void whatIsShownOfAnAddressCannotBeUsed() {
    String address = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4";
    Destination robot = new Destination(Channel.WECOM, address, "SECRET");
    assertThat(robot.masked()).isEqualTo("…4bc4");
    assertThat(robot.toString()).doesNotContain("693a91f6").doesNotContain("SECRET");
    assertThat(new Destination(Channel.EMAIL, "li.ming@km.gov.cn", "").masked())
        .isEqualTo("l***@km.gov.cn");
  }

  private static NoticeSettings settings(boolean loopback) {
    return new NoticeSettings(
        Duration.ZERO, Duration.ZERO, 1, Set.of("qyapi.weixin.qq.com"), loopback, "a@b.cn", "");
  }
}
