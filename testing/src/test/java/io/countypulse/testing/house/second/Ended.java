package io.countypulse.testing.house.second;

import io.countypulse.testing.house.first.Begun;

public record Ended(Begun begun) {}
