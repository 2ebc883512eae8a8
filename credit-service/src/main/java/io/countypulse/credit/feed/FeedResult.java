package io.countypulse.credit.feed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a feed. */
sealed interface FeedResult {

  /** Rows of a feed, all of them accounted for. */
  record Rows(int total, int applied, int unchanged, int refused) {
    static final Rows NONE = new Rows(0, 0, 0, 0);
  }

  /**
   * It is the bank's position of its day now.
   *
   * @param corrects the feed whose position it replaced, or which it added to
   * @param expectedSequence where the bank's running number skipped some
   */
  record Accepted(
      FeedHeader header,
      String fingerprint,
      Rows rows,
      Totals totals,
      Map<String, Integer> flags,
      @Nullable UUID corrects,
      @Nullable Differences differences,
      @Nullable Long expectedSequence)
      implements FeedResult {
    public Accepted {
      flags = Map.copyOf(flags);
    }
  }

  /** Its content was taken before; nothing changed. */
  record Unchanged(FeedHeader header, String fingerprint, Rows rows, UUID sameAs)
      implements FeedResult {}

  /** It can hardly be true: nothing of it is applied until a person confirms it. */
  record Held(FeedHeader header, String fingerprint, Refusal doubt) implements FeedResult {}

  /** Nothing of it is applied. */
  record Refused(@Nullable FeedHeader header, int rows, List<Refusal> refusals)
      implements FeedResult {
    public Refused {
      refusals = List.copyOf(refusals);
    }

    /** Whether who sent it, or for when, is in doubt: then it says nothing of the bank's day. */
    boolean aboutSender() {
      return refusals.stream().anyMatch(refusal -> ABOUT_SENDER.contains(refusal.fault().code()));
    }

    private static final Set<String> ABOUT_SENDER =
        Set.of("BANK_NOT_YOURS", "BANK_UNKNOWN", "BUSINESS_DATE_IN_FUTURE");
  }

  /** Totals in fen. */
  record Totals(long outstandingFen, long overdueFen) {}
}
