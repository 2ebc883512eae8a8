package io.countypulse.testing.house.first;

import io.countypulse.testing.house.second.Ended;

public record Begun(Ended ended) {}
