package io.countypulse.reporting.notice;

import io.countypulse.platform.access.Role;
import io.countypulse.reporting.rule.Severity;
import java.time.Instant;
import java.time.LocalTime;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it is shown: never its address or secret.
 *
 * @param target the end of the address; an e-mail address without its name
 * @param signed whether a secret is kept
 * @param editable whether the caller may change it
 * @param endable whether the caller may end it
 * @param waiting how many messages wait, for their time or to be tried again
 * @param givenUp how many could not be delivered in the last week
 * @param problem why the last attempt failed; null after a success
 */
record SubscriptionView(
    long id,
    String name,
    String owner,
    @Nullable Role role,
    Channel channel,
    String target,
    boolean signed,
    SortedSet<String> counties,
    @Nullable Department department,
    Severity severity,
    @Nullable LocalTime quietFrom,
    @Nullable LocalTime quietUntil,
    @Nullable LocalTime digestAt,
    boolean enabled,
    boolean editable,
    boolean endable,
    @Nullable Instant lastSent,
    int waiting,
    int givenUp,
    @Nullable String problem) {}
