package io.countypulse.reporting.check;

/**
 * A supposed relation.
 *
 * @param headings how well the headings fit: from {@link #DECISIVE} on they alone decide
 */
record Candidate(Relation relation, Agreement agreement, double headings) {

  static final double DECISIVE = 3.5;

  boolean isClear() {
    return agreement.isClear();
  }

  boolean isAccepted() {
    return headings > -DECISIVE
        && (isClear() || (headings >= DECISIVE && agreement.isConceivable()));
  }

  double score() {
    return 10 * agreement.share() + headings;
  }
}
