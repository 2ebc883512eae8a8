package io.countypulse.platform.audit;

/** What a walk along the audit chain found. */
public sealed interface ChainState {

  /**
   * Every entry follows from the one before.
   *
   * @param entries how many there are
   * @param head hash of the last one in hex, to be kept elsewhere: a later, shorter chain is a cut
   *     one
   */
  record Intact(long entries, String head) implements ChainState {}

  /**
   * Changed, removed or put in between.
   *
   * @param entry number of the first entry that does not follow from the one before
   */
  record Broken(long entry) implements ChainState {}
}
