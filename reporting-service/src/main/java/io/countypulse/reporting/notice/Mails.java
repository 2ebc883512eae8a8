package io.countypulse.reporting.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends e-mails, where a mail server is configured ({@code spring.mail.host}). */
final class Mails {

  private static final int MOST = 200;

  private final @Nullable JavaMailSender sender;
  private final String from;

  Mails(@Nullable JavaMailSender sender, String from) {
    this.sender = sender;
    this.from = from;
  }

  boolean isSetUp() {
    return sender != null;
  }

  /**
   * Sends one message.
   *
   * @param id the same when it is sent again, so that mail servers know it as one
   */
  Outcome send(Destination to, Message message, String id) {
    if (sender == null) {
      return new Outcome.Failed("未配置邮件服务器 · no mail server");
    }
    try {
      MimeMessage mail = sender.createMimeMessage();
      MimeMessageHelper parts = new MimeMessageHelper(mail, UTF_8.name());
      parts.setFrom(from);
      parts.setTo(to.address());
      parts.setSubject("县域脉搏 " + message.title());
      parts.setText(text(message.shortened(MOST)));
      mail.setHeader("Message-ID", "<" + id + "@county-pulse>");
      mail.setHeader("Auto-Submitted", "auto-generated");
      sender.send(mail);
      return new Outcome.Delivered();
    } catch (MessagingException | MailException failure) {
      return new Outcome.Failed("邮件服务器未接收 · " + failure.getClass().getSimpleName());
    }
  }

  private static String text(Message message) {
    StringJoiner text = new StringJoiner("\n\n");
    message
        .paragraphs()
        .forEach(each -> text.add(each.title() + "\n" + each.text() + "\n" + each.english()));
    if (message.left() > 0) {
      text.add("另有 " + message.left() + " 条 · " + message.left() + " more");
    }
    if (!message.link().isEmpty()) {
      text.add(message.link());
    }
    return text + "\n";
  }
}
