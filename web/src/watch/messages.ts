import type { Widened } from '../i18n/zh'

export const zh = {
  watch: {
    nav: '走访名单',
    title: '走访名单',
    hint: '家庭人均纯收入低于 1 万元、有劳动能力而无工资收入的人员，逐一走访；等得最久的在前',
    income: '人均纯收入',
    perYear: '{year} 年 · {n} 人',
    times: '{n} 次',
    last: '最近走访',
    never: '尚未走访',
    visit: '登记走访',
    visitedOn: '走访日期',
    found: '了解的情况',
    foundHint: '生活状况、未就业的原因',
    measures: '帮扶措施',
    measuresHint: '例如：推荐公益性岗位，下月参加家政培训',
    log: '走访记录',
    noLog: '还没有走访记录',
    empty: '没有需要走访的人员',
    yuan: '{n} 元',
  },
}

export const en: Widened<typeof zh> = {
  watch: {
    nav: 'Visits',
    title: 'People to visit',
    hint: 'Household income below 10,000 yuan a head, able to work and without a wage; whoever waits longest comes first',
    income: 'Income a head',
    perYear: '{year} · {n} people',
    times: 'visits: {n}',
    last: 'Last visit',
    never: 'Not yet',
    visit: 'Record a visit',
    visitedOn: 'On',
    found: 'What was found',
    foundHint: 'How the person lives, and why without work',
    measures: 'Measures',
    measuresHint: 'e.g. a public-welfare post, training next month',
    log: 'Visits',
    noLog: 'None so far',
    empty: 'Nobody to visit',
    yuan: '{n} yuan',
  },
}
