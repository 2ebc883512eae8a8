package io.countypulse.reporting.notice;

import io.countypulse.platform.access.Caller;
import io.countypulse.reporting.rule.Severity;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reporting/notifications")
class NotificationController {

  private static final int MOST = 500;

  private final Inbox inbox;

  NotificationController(Inbox inbox) {
    this.inbox = inbox;
  }

  /** One's own notifications, the newest first, and how many of all are not read. */
  record Notifications(int unread, List<Notification> items) {}

  /**
   * One notification.
   *
   * @param id by which it is marked as read
   */
  record Notification(
      long id,
      long alert,
      Notice.Kind kind,
      Severity severity,
      String county,
      String name,
      String title,
      String titleEn,
      String text,
      String textEn,
      LocalDate day,
      Instant at,
      boolean read) {

    static Notification of(Inbox.Told told) {
      Notice notice = told.notice();
      return new Notification(
          notice.event(),
          notice.alert().id(),
          notice.kind(),
          notice.severity(),
          notice.alert().county(),
          notice.alert().name(),
          notice.title(),
          notice.titleEn(),
          notice.text(),
          notice.textEn(),
          notice.day(),
          notice.at(),
          told.seen());
    }
  }

  /**
   * What has been read.
   *
   * @param ids these
   * @param through and all up to this one
   */
  record ReadForm(@Nullable List<Long> ids, @Nullable Long through) {}

  /** How many are not read. */
  record Unread(int unread) {}

  @Operation(summary = "站内通知 · What one was told in the app")
  @GetMapping
  Notifications newest(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "100") int limit) {
    List<Notification> items =
        inbox.newest(caller, unread, Math.clamp(limit, 0, MOST)).stream()
            .map(Notification::of)
            .toList();
    return new Notifications(inbox.unread(caller), items);
  }

  @Operation(summary = "标为已读 · Marks notifications as read")
  @PostMapping("/read")
  Unread read(Caller caller, @RequestBody ReadForm form) {
    List<Long> ids = form.ids() == null ? List.of() : form.ids();
    inbox.read(caller, ids, form.through() == null ? 0 : form.through());
    return new Unread(inbox.unread(caller));
  }
}
