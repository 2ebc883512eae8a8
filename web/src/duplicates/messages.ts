import type { Widened } from '../i18n/zh'

export const zh = {
  duplicates: {
    nav: '疑似重复',
    title: '疑似重复人员',
    hint: '同名、同生日、同村的记录；核实为同一人的，合并后历史仍可查、可恢复',
    empty: '没有疑似重复的人员',
    compare: '并排核对',
    keep: '保留',
    merge: '把 {from} 并入 {into}',
    mergeHint: '保留的记录补上对方独有的务工经历、调查、联系、走访、培训和创业；另一条不再计入数字。',
    merged: '已合并，保留 {id}',
    which: '保留哪一条',
    other: '并入的记录',
    reasonHint: '例如：同一人重复建档，已与本人核实',
    spells: '务工经历',
  },
}

export const en: Widened<typeof zh> = {
  duplicates: {
    nav: 'Duplicates',
    title: 'Probably registered twice',
    hint: 'Same name, birthday and village; once merged, the history stays and the merge can be undone',
    empty: 'Nobody seems to be registered twice',
    compare: 'Compare',
    keep: 'Keep',
    merge: 'Merge {from} into {into}',
    mergeHint: 'The record kept gains the spells, surveys, talks, visits, training and businesses it did not have; the other one counts no more.',
    merged: 'Merged; {id} is kept',
    which: 'Which to keep',
    other: 'Record given up',
    reasonHint: 'e.g. registered twice, checked with the person',
    spells: 'Spells',
  },
}
