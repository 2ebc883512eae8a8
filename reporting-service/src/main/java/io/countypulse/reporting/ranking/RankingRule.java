package io.countypulse.reporting.ranking;

/** The rule by which units are ranked and called in, as it is shown beside every ranking. */
public final class RankingRule {

  public static final String TEXT =
      "各项按比率排名（逾期率由低到高，其余由高到低），并列者名次相同，其后名次顺延（1、2、2、4）。"
          + "没有目标、未报送或不适用的单位不参加排名。基数不足全市千分之一的单位只排名、不约谈。"
          + "未达标单位中的后三名列入约谈，第三名并列的一并列入；已达标的不约谈。上月同日也列入的，标为连续两次。"
          + "综合得分为各项得分的平均：第一名 100 分、末名 0 分，按名次等距计算；参加排名不足三项的单位不计综合名次。";

  public static final String TEXT_EN =
      "Units are ranked by rates (overdue: lowest first; otherwise highest first); ties share a"
          + " place and leave out the next (1, 2, 2, 4). Units without target, report or base are"
          + " left out. A unit whose base is under a thousandth of the city's is ranked but not"
          + " called in. Called in are the last three of those that fall short, with whoever ties"
          + " with the third; a unit called in on the same day a month earlier as well is marked."
          + " Overall points are the mean over the programmes: 100 for the first place, 0 for the"
          + " last, in equal steps; units ranked in fewer than three programmes have none.";

  private RankingRule() {}
}
