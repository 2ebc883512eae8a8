package io.countypulse.platform.intake;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.audit.Actor;
import java.time.LocalDate;

/** What is asked of a file that is being handed in. */
record ImportRequest(
    String kind,
    String fileName,
    CountyScope scope,
    LocalDate asOf,
    CountyChange countyChange,
    boolean dryRun,
    Actor importer) {}
