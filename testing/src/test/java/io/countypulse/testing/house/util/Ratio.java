package io.countypulse.testing.house.util;

record Ratio(int part, int whole) {}
