package io.countypulse.credit.feed;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a bank's amounts jumped by orders of magnitude since its position before, as they do when
 * a program takes yuan for 万元: such a feed waits for a person's word (docs/decisions/0021).
 *
 * <p>Compared are amounts per loan: a bank may well report a thousand times as many loans as
 * yesterday.
 */
final class Jump {

  /** Below the ten thousand yuan of a 万元, so that repayments of the same day hide no mix-up. */
  private static final BigInteger FACTOR = BigInteger.valueOf(1_000);

  private Jump() {}

  /** What a position comes to; money in fen. */
  record Position(int rows, long outstandingFen, long overdueFen) {}

  /** The bank's position of the day, or of the last day before it that has one. */
  static Optional<Position> before(JdbcClient jdbc, FeedHeader header) {
    return jdbc.sql(
            """
            select rows, outstanding_fen, overdue_fen from feed_day
            where bank = ? and business_date <= ? and state = 'ACCEPTED'
            order by business_date desc limit 1
            """)
        .param(header.bank())
        .param(header.businessDate())
        .query(Position.class)
        .optional();
  }

  /** What is to be confirmed; nothing where the amounts are of the order they were. */
  static Optional<Refusal> between(Position before, Position now) {
    @Nullable String field =
        jumped(before.outstandingFen(), before.rows(), now.outstandingFen(), now.rows())
            ? "余额合计"
            : jumped(before.overdueFen(), before.rows(), now.overdueFen(), now.rows())
                ? "逾期合计"
                : null;
    if (field == null) {
      return Optional.empty();
    }
    boolean outstanding = field.equals("余额合计");
    String was = yuan(outstanding ? before.outstandingFen() : before.overdueFen());
    String is = yuan(outstanding ? now.outstandingFen() : now.overdueFen());
    return Optional.of(
        Refusal.of(
            "AMOUNTS_JUMPED",
            field,
            field
                + "由上期 "
                + was
                + " 元（"
                + before.rows()
                + " 笔）变为 "
                + is
                + " 元（"
                + now.rows()
                + " 笔），笔均相差一千倍以上，请核对金额单位（元、万元）",
            "Per loan the amount is a thousand times another than before: " + was + " → " + is,
            is));
  }

  /** Either way by the factor or more; what was or is nothing at all tells nothing. */
  private static boolean jumped(long before, int rowsBefore, long now, int rowsNow) {
    if (before <= 0 || now <= 0 || rowsBefore == 0 || rowsNow == 0) {
      return false;
    }
    BigInteger was = BigInteger.valueOf(before).multiply(BigInteger.valueOf(rowsNow));
    BigInteger is = BigInteger.valueOf(now).multiply(BigInteger.valueOf(rowsBefore));
    return is.compareTo(was.multiply(FACTOR)) >= 0 || was.compareTo(is.multiply(FACTOR)) >= 0;
  }

  private static String yuan(long fen) {
    return Amounts.yuan(fen).toPlainString();
  }
}
