import type { Widened } from '../i18n/zh'

export const zh = {
  ranking: {
    nav: '排名与约谈',
    title: '排名与约谈',
    month: '月份',
    asOf: '截至 {date}',
    overall: '综合',
    points: '得分',
    rate: '比率（%）',
    rank: '名次',
    before: '上月',
    unit: '县（市）区',
    interview: '约谈',
    twice: '连续两次',
    small: '基数小，不约谈',
    called: '列入约谈',
    nobody: '没有单位列入约谈',
    rule: '排名规则',
    empty: '没有参加排名的单位',
  },
}

export const en: Widened<typeof zh> = {
  ranking: {
    nav: 'Ranking',
    title: 'Ranking and interviews',
    month: 'Month',
    asOf: 'As of {date}',
    overall: 'Overall',
    points: 'Points',
    rate: 'Rate (%)',
    rank: 'Place',
    before: 'Before',
    unit: 'Unit',
    interview: 'Called in',
    twice: 'twice running',
    small: 'too small to be called in',
    called: 'Called in',
    nobody: 'Nobody is called in',
    rule: 'The rule',
    empty: 'No unit takes part',
  },
}
