package io.countypulse.reporting.notice;

import io.countypulse.platform.access.Role;
import io.countypulse.platform.web.Problem;
import io.countypulse.reporting.rule.Severity;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A subscription as it is sent.
 *
 * @param address null: it stays what it was
 * @param secret null: it stays what it was; empty: none
 * @param counties null: all one's own
 * @param quietFrom for example {@code 22:00}
 * @param enabled null: yes
 */
record SubscriptionForm(
    @Nullable String name,
    @Nullable Role role,
    @Nullable Channel channel,
    @Nullable String address,
    @Nullable String secret,
    @Nullable List<String> counties,
    @Nullable Department department,
    @Nullable Severity severity,
    @Nullable LocalTime quietFrom,
    @Nullable LocalTime quietUntil,
    @Nullable LocalTime digestAt,
    @Nullable Boolean enabled) {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_SECRET = 200;

  /**
   * The subscription it describes.
   *
   * @param before where messages went until now; null of a new one
   * @throws org.springframework.web.ErrorResponseException naming the field at fault
   */
  Subscription checked(@Nullable Destination before, Addresses addresses) {
    return new Subscription(
        checkedName(),
        role,
        destination(before, addresses),
        new TreeSet<>(counties == null ? List.of() : counties),
        department,
        severity == null ? Severity.WARNING : severity,
        quiet(),
        digestAt,
        enabled == null || enabled);
  }

  private String checkedName() {
    String text = name == null ? "" : name.strip();
    check(
        !text.isEmpty() && text.length() <= LONGEST_NAME,
        "name",
        "请填写名称，最多 60 字。",
        "A name of at most 60 characters is needed.");
    return text;
  }

  private Destination destination(@Nullable Destination before, Addresses addresses) {
    if (channel == null) {
      throw problem("channel", "请选择接收方式。", "A channel is needed.");
    }
    if (channel == Channel.IN_APP) {
      return Destination.IN_APP;
    }
    check(role == null, "role", "按角色订阅只能在站内接收。", "A role is told in the app only.");
    Destination known = before != null && before.channel() == channel ? before : null;
    String to = kept(address, known == null ? "" : known.address());
    check(addresses.allows(channel, to), "address", badAddress(channel), badAddressEn(channel));
    String key = channel.isSigned() ? kept(secret, known == null ? "" : known.secret()) : "";
    check(key.length() <= LONGEST_SECRET, "secret", "签名密钥过长。", "The secret is too long.");
    return new Destination(channel, to, key);
  }

  private static String kept(@Nullable String text, String before) {
    return text == null ? before : text.strip();
  }

  private Subscription.@Nullable Quiet quiet() {
    if (quietFrom == null && quietUntil == null) {
      return null;
    }
    if (quietFrom == null || quietUntil == null || quietFrom.equals(quietUntil)) {
      throw problem(
          "quietFrom", "免打扰时段需有不同的起止时间。", "Quiet hours need a beginning and another end.");
    }
    return new Subscription.Quiet(quietFrom, quietUntil);
  }

  private static String badAddress(Channel channel) {
    return channel == Channel.EMAIL
        ? "请填写一个有效的邮箱地址。"
        : "请填写群机器人的 Webhook 地址：以 https:// 开头，且属于允许的服务器。";
  }

  private static String badAddressEn(Channel channel) {
    return channel == Channel.EMAIL
        ? "A valid e-mail address is needed."
        : "The robot's webhook address is needed: https, at one of the allowed hosts.";
  }

  private static void check(boolean holds, String field, String detail, String english) {
    if (!holds) {
      throw problem(field, detail, english);
    }
  }

  private static RuntimeException problem(String field, String detail, String english) {
    return Problem.of(HttpStatus.BAD_REQUEST, "BAD_REQUEST", "请求有误", detail, english)
        .at(field)
        .toException();
  }
}
