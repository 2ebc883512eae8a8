package io.countypulse.reporting.notice;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Takes messages where they go. */
@Component
final class Postman {

  private final Addresses addresses;
  private final Webhooks webhooks;
  private final Mails mails;
  private final Clock clock;

  Postman(NoticeSettings settings, ObjectProvider<JavaMailSender> mail, Clock clock) {
    addresses = new Addresses(settings);
    webhooks = new Webhooks(addresses);
    mails = new Mails(mail.getIfAvailable(), settings.mailFrom());
    this.clock = clock;
  }

  Addresses addresses() {
    return addresses;
  }

  /** Whether messages can be sent that way here. */
  boolean reaches(Channel channel) {
    return channel != Channel.EMAIL || mails.isSetUp();
  }

  /**
   * Sends one message, and waits until it is taken or not.
   *
   * @param id the same when it is sent again
   */
  Outcome send(Destination to, Message message, String id) {
    return switch (to.channel()) {
      case IN_APP -> new Outcome.Delivered();
      case EMAIL -> mails.send(to, message, id);
      case WECOM, DINGTALK, FEISHU -> webhooks.send(to, message, clock.instant());
    };
  }
}
