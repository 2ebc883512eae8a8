import { describe, expect, it } from 'vitest'
import { linesOf, type Words } from './history'

const words: Words = { word: (value) => ({ OUT_OF_PROVINCE: '省外', LIFTED: '脱贫户', '530127': '嵩明县' })[value], nothing: '未填', yes: '是', no: '否', open: '至今', fromStart: '自始' }

describe('a change in a record’s history', () => {
  it('tells a spell as a line', () => {
    expect(linesOf([{ start: '2024-02-01', end: null, area: 'OUT_OF_PROVINCE', province: '浙江省', employer: '义乌某服饰有限公司', post: 'ORDINARY', monthlyWage: '4500.00' }], words)).toEqual([
      '2024-02-01 – 至今 · 省外 · 浙江省 · 义乌某服饰有限公司 · 4500.00 元/月',
    ])
  })

  it('tells where somebody lived, from when', () => {
    expect(linesOf([{ county: '530127' }, { from: '2024-05-01', county: '530127' }], words)).toEqual(['自始 嵩明县', '2024-05-01 嵩明县'])
  })

  it('tells words, yes and no, and nothing for nothing', () => {
    expect([linesOf('LIFTED', words), linesOf(false, words), linesOf(null, words)]).toEqual([['脱贫户'], ['否'], []])
  })
})
