import type { Widened } from '../i18n/zh'

export const zh = {
  breakdowns: {
    nav: '结构分析',
    title: '务工结构',
    hint: '各部分之和等于在务工人数；区域可点开名单',
    dimensions: { area: '按区域', province: '按省份', sector: '按行业', post: '按岗位类型', workshop: '按帮扶车间' },
    empty: '这一天没有在务工的人员',
    perCounty: '各县（市）区',
    rest: '其余 {n} 类',
  },
}

export const en: Widened<typeof zh> = {
  breakdowns: {
    nav: 'Breakdown',
    title: 'People in work',
    hint: 'The parts make up the people in work; areas open to the list',
    dimensions: { area: 'By area', province: 'By province', sector: 'By sector', post: 'By post', workshop: 'By workshop' },
    empty: 'Nobody in work on this day',
    perCounty: 'By county',
    rest: '{n} more',
  },
}
