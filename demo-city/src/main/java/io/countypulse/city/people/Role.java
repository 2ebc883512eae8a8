package io.countypulse.city.people;

/** What a person is on the business date; a unit's quota is a count of each. */
enum Role {
  /** Works in another province, for three months or longer. */
  AWAY,
  /** Works in the province, for a month or longer. */
  SETTLED,
  /** Took up work in the province within the last month. */
  JOINED,
  /** Was in work a month ago and is not any more. */
  LEFT,
  /** Worked once, neither now nor a month ago. */
  RESTING,
  NEVER
}
