package io.countypulse.credit.feed;

import java.time.LocalDate;

/**
 * Takes notice of an accepted feed in the transaction that applied it, once the loans are up to
 * date: the temporary tables {@code staged_detail} and {@code changed} of {@link FeedRun} are still
 * there, and the whole city is to be seen.
 */
public interface AfterFeed {

  /**
   * A bank's position of a day was accepted.
   *
   * @param day business date of the feed, which need not be the bank's newest
   */
  void accepted(String bank, LocalDate day);
}
