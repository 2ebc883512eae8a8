package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Entity;
import java.time.Instant;

/** A record's new state, and when its owner committed it. */
record Event(Entity entity, Instant recordedAt) {}
