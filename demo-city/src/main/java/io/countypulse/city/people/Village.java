package io.countypulse.city.people;

/** 行政村 and the township it lies in. */
record Village(String township, String name) {}
