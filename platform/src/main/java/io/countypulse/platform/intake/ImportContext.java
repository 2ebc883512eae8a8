package io.countypulse.platform.intake;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.audit.Actor;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What an import was asked to do, by whom.
 *
 * @param scope the counties the importer may change
 * @param asOf dates rows that carry no date; never after {@code businessDate}
 * @param businessDate a date after this one is in the future
 * @param importer who handed the file in, for the audit
 */
public record ImportContext(
    UUID importId,
    CountyScope scope,
    LocalDate asOf,
    CountyChange countyChange,
    LocalDate businessDate,
    Actor importer) {}
