import type { Widened } from '../i18n/zh'

export const zh = {
  cooperation: {
    nav: '劳务协作',
    title: '劳务协作',
    hint: '按对口省份的输出目标与完成情况',
    province: '对口省份',
    target: '目标（人）',
    working: '在务工',
    completion: '完成率',
    empty: '今年没有劳务协作目标',
    set: '设定目标',
    valueHint: '留空即撤回目标',
    saved: '已设定{province}的目标',
    none: '未下达',
    ofCity: '全市',
  },
}

export const en: Widened<typeof zh> = {
  cooperation: {
    nav: 'Cooperation',
    title: 'Labour-export cooperation',
    hint: 'Targets by province of destination, and how far they are reached',
    province: 'Province',
    target: 'Target (people)',
    working: 'In work there',
    completion: 'Completion',
    empty: 'No targets this year',
    set: 'Set a target',
    valueHint: 'Leave empty to withdraw it',
    saved: 'Target for {province} set',
    none: 'None',
    ofCity: 'Whole city',
  },
}
