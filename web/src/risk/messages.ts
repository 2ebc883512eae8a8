import type { Widened } from '../i18n/zh'

export const zh = {
  risk: {
    nav: '风险户',
    title: '风险户清单',
    hint: '失业、逾期、应补未补、低收入，占两项及以上的脱贫户和监测对象；最重的在前',
    rule: '四项都有为 Ⅰ 级，三项为 Ⅱ 级，低收入加另一项为 Ⅲ 级，其他两项为 Ⅳ 级',
    level: '等级',
    allLevels: '全部',
    levels: { I: 'Ⅰ 级', II: 'Ⅱ 级', III: 'Ⅲ 级', IV: 'Ⅳ 级' },
    reason: '原因',
    allReasons: '全部原因',
    reasons: { LOW_INCOME: '低收入', LOST_JOB: '失业返乡', OVERDUE_LOAN: '贷款逾期', UNPAID: '应补未补' },
    household: '户编号',
    county: '县（市）区',
    since: '{day} 起',
    sinceHead: '达到本级',
    count: '共 {n} 户',
    total: '合计',
    byCounty: '各县（市）区',
    empty: '没有符合条件的风险户',
    emptyHint: '换一个等级、原因或县（市）区看看',
  },
}

export const en: Widened<typeof zh> = {
  risk: {
    nav: 'Households at risk',
    title: 'Households at risk',
    hint: 'Covered households with two or more of: lost job, overdue loan, unpaid subsidy, low income; the gravest first',
    rule: 'Level I all four, II three, III low income and another, IV another two',
    level: 'Level',
    allLevels: 'All',
    levels: { I: 'Level I', II: 'Level II', III: 'Level III', IV: 'Level IV' },
    reason: 'Reason',
    allReasons: 'All reasons',
    reasons: { LOW_INCOME: 'low income', LOST_JOB: 'lost job', OVERDUE_LOAN: 'overdue loan', UNPAID: 'unpaid subsidy' },
    household: 'Household',
    county: 'County',
    since: 'since {day}',
    sinceHead: 'At this level',
    count: '{n} households',
    total: 'Total',
    byCounty: 'By county',
    empty: 'No household at risk like this',
    emptyHint: 'Try another level, reason or county',
  },
}
