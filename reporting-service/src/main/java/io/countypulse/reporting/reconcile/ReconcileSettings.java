package io.countypulse.reporting.reconcile;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How figures are held against their owners' records.
 *
 * @param services base address of each owning service, by department; none: nothing is compared
 * @param tokenUri where a client gets its token
 * @param clientId a client that may read all departments' figures of the whole city
 * @param every from one comparison to the next
 * @param quiet so long no figure moves before one begins
 * @param recount the log is counted once more so long after the last time at the earliest
 */
@ConfigurationProperties("pulse.reporting.reconcile")
record ReconcileSettings(
    @Nullable Map<String, URI> services,
    @Nullable URI tokenUri,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @DefaultValue("45s") Duration every,
    @DefaultValue("4s") Duration quiet,
    @DefaultValue("30m") Duration recount) {}
