package io.countypulse.reporting.notice;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told.
 *
 * @param settle how long an alert must stand before anybody is told: what is taken back sooner, in
 *     the middle of an import, is told to nobody
 * @param retry how long to wait after a first failure; twice as long each time, an hour at most
 * @param attempts after so many it is given up
 * @param webhookHosts the hosts of messengers; no request goes anywhere else
 * @param loopback whether webhooks of this machine may be used, without encryption: for trials
 * @param mailFrom sender of e-mails
 * @param publicUrl where people open the screens; empty: messages carry no link
 */
@ConfigurationProperties("pulse.notices")
record NoticeSettings(
    @DefaultValue("30s") Duration settle,
    @DefaultValue("30s") Duration retry,
    @DefaultValue("10") int attempts,
    @DefaultValue({
          "qyapi.weixin.qq.com",
          "oapi.dingtalk.com",
          "open.feishu.cn",
          "open.larksuite.com"
        })
        Set<String> webhookHosts,
    @DefaultValue("false") boolean loopback,
    @DefaultValue("county-pulse@localhost") String mailFrom,
    @DefaultValue("") String publicUrl) {

  static final Duration LONGEST_WAIT = Duration.ofHours(1);

  NoticeSettings {
    webhookHosts = Set.copyOf(webhookHosts);
  }
}
