package io.countypulse.employment.workshop;

/** The kinds of post the government helps to pay, named as spells name them. */
enum AssistedPost {
  WORKSHOP,
  PUBLIC_WELFARE
}
