import type { Widened } from '../i18n/zh'

export const zh = {
  training: {
    nav: '技能培训',
    title: '技能培训',
    trade: '工种',
    organiser: '培训机构',
    begins: '开班日期',
    ends: '结束日期',
    attendance: '参训人数',
    empty: '没有培训班',
    who: '参训人员',
    nobody: '还没有登记参训人员',
    add: '登记培训班',
    addPeople: '登记参训人员',
    codes: '人编号',
    codesHint: '每行一个，或用空格、逗号分开',
    saved: '已登记{trade}培训班',
    outside: '未登记，或登记在其他县（市）区',
    remove: '移除',
    removeSure: '确认移除',
  },
}

export const en: Widened<typeof zh> = {
  training: {
    nav: 'Training',
    title: 'Training',
    trade: 'Trade',
    organiser: 'Organiser',
    begins: 'Begins',
    ends: 'Ends',
    attendance: 'Attended',
    empty: 'There are none',
    who: 'Who attended',
    nobody: 'Nobody entered yet',
    add: 'Enter a session',
    addPeople: 'Enter who attended',
    codes: 'Person codes',
    codesHint: 'One a line, or apart by spaces or commas',
    saved: 'Session of {trade} entered',
    outside: 'Not registered, or in another county',
    remove: 'Remove',
    removeSure: 'Yes, remove',
  },
}
