package io.countypulse.reporting.notice;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.countypulse.platform.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reporting/subscriptions")
class SubscriptionController {

  private static final int MOST = 50;

  private final Subscriptions subscriptions;
  private final Postman postman;
  private final NoticeSettings settings;
  private final Units units;

  SubscriptionController(
      Subscriptions subscriptions, Postman postman, NoticeSettings settings, Units units) {
    this.subscriptions = subscriptions;
    this.postman = postman;
    this.settings = settings;
    this.units = units;
  }

  /**
   * Subscriptions, and what can be chosen.
   *
   * @param channels those that can be used here
   * @param forRoles whether the caller may subscribe for everybody with a role
   */
  record SubscriptionList(
      List<SubscriptionView> subscriptions, List<Channel> channels, boolean forRoles) {}

  /** How a trial went. */
  record Trial(boolean delivered, @Nullable String problem) {}

  @Operation(summary = "通知订阅 · One's own subscriptions and those of one's roles; the office's: all")
  @GetMapping
  SubscriptionList list(Caller caller) {
    return new SubscriptionList(
        subscriptions.list(caller),
        Arrays.stream(Channel.values()).filter(postman::reaches).toList(),
        Subscriptions.setsForRoles(caller));
  }

  @Operation(summary = "新增订阅 · Subscribes to alerts")
  @PostMapping
  ResponseEntity<SubscriptionView> add(Caller caller, @RequestBody SubscriptionForm form) {
    Subscription subscription = checked(caller, form, null);
    if (subscriptions.countOf(caller.name()) >= MOST) {
      throw problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "TOO_MANY",
          "订阅已达 50 个。",
          "There are 50 already.",
          null);
    }
    long id = subscriptions.add(caller, subscription);
    return ResponseEntity.created(URI.create("/api/reporting/subscriptions/" + id))
        .body(find(caller, id));
  }

  @Operation(
      summary = "修改订阅 · Changes a subscription; what is left out of address and secret stays")
  @PutMapping("/{id}")
  SubscriptionView change(
      Caller caller, @PathVariable long id, @RequestBody SubscriptionForm form) {
    own(caller, id);
    subscriptions.change(caller, id, checked(caller, form, subscriptions.destination(id)));
    return find(caller, id);
  }

  @Operation(summary = "取消订阅 · Ends a subscription")
  @DeleteMapping("/{id}")
  ResponseEntity<Void> remove(Caller caller, @PathVariable long id) {
    if (!find(caller, id).endable()) {
      throw Problems.NOT_ALLOWED.problem().toException();
    }
    subscriptions.remove(caller, id);
    return ResponseEntity.noContent().build();
  }

  @Operation(summary = "试发 · Sends a trial message and says how it went")
  @PostMapping("/{id}/test")
  Trial test(Caller caller, @PathVariable long id) {
    SubscriptionView view = own(caller, id);
    if (view.channel() == Channel.IN_APP) {
      throw problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "NOTHING_TO_TRY",
          "站内通知无需试发。",
          "Nothing is sent in the app.",
          null);
    }
    Message message = Message.trial(view.name(), settings.publicUrl());
    String name =
        "trial." + id + "." + (view.lastSent() == null ? 0 : view.lastSent().toEpochMilli());
    Outcome outcome = postman.send(subscriptions.destination(id), message, name);
    subscriptions.tried(caller, id, outcome);
    return new Trial(outcome instanceof Outcome.Delivered, outcome.problem());
  }

  private Subscription checked(Caller caller, SubscriptionForm form, @Nullable Destination before) {
    Subscription subscription = form.checked(before, postman.addresses());
    Channel channel = subscription.destination().channel();
    if (!postman.reaches(channel)) {
      throw problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "CHANNEL_NOT_SET_UP",
          "本平台尚未配置邮件服务器。",
          "No mail server is configured here.",
          "channel");
    }
    if (subscription.role() != null && !Subscriptions.setsForRoles(caller)) {
      throw Problems.NOT_ALLOWED.problem().at("role").toException();
    }
    subscription.counties().forEach(code -> check(caller, code));
    return subscription;
  }

  private void check(Caller caller, String code) {
    if (!UnitCode.valid(code) || units.find(new UnitCode(code)).isEmpty()) {
      throw problem(
          HttpStatus.BAD_REQUEST,
          "BAD_REQUEST",
          "没有这个县（市）区代码。",
          "There is no such unit code.",
          "counties");
    }
    caller.scope().narrowedTo(new UnitCode(code));
  }

  private SubscriptionView own(Caller caller, long id) {
    SubscriptionView view = find(caller, id);
    if (!view.editable()) {
      throw Problems.NOT_ALLOWED.problem().toException();
    }
    return view;
  }

  private SubscriptionView find(Caller caller, long id) {
    return subscriptions.find(caller, id).orElseThrow(() -> Problem.notFound().toException());
  }

  private static ErrorResponseException problem(
      HttpStatus status, String code, String detail, String english, @Nullable String field) {
    Problem problem = Problem.of(status, code, "无法保存", detail, english);
    return (field == null ? problem : problem.at(field)).toException();
  }
}
