package io.countypulse.testing.house.unmarked;

record Loose() {}
