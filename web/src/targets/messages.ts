import type { Widened } from '../i18n/zh'

export const zh = {
  targets: {
    nav: '目标任务',
    title: '目标任务',
    hint: '调整自起算日起生效，此前公布的完成率不变；可以不下达目标',
    year: '年度',
    value: '目标（人）',
    none: '未下达',
    deadline: '完成时限',
    steps: '历次目标',
    change: '调整',
    set: '下达',
    from: '起算日期',
    fromHint: '本月 1 日至业务日期；当年首次下达自 1 月 1 日起算',
    valueHint: '留空即撤回目标',
    reasonHint: '例如：市委农村工作领导小组会议调整',
    history: '变更历史',
    saved: '{name} {year} 年目标已保存',
  },
}

export const en: Widened<typeof zh> = {
  targets: {
    nav: 'Targets',
    title: 'Targets',
    hint: 'A change counts from its day; rates published before stay. A county may have none.',
    year: 'Year',
    value: 'Target (people)',
    none: 'None set',
    deadline: 'Deadline',
    steps: 'So far',
    change: 'Change',
    set: 'Set',
    from: 'Counts from',
    fromHint: 'A day of this month; the first target of a year counts from 1 January',
    valueHint: 'Leave empty to withdraw it',
    reasonHint: 'e.g. changed by the leading group’s meeting',
    history: 'History',
    saved: 'Target of {name} for {year} saved',
  },
}
