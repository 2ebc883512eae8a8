import { describe, expect, it } from 'vitest'
import { gravestFirst, together, type CountyRisks } from './risk'

const of = (county: string, I: number, II: number, III: number, IV: number): CountyRisks => ({ county, countyName: county, levels: { I, II, III, IV }, total: I + II + III + IV })

describe('households at risk by county', () => {
  it('lists the counties with the most of the gravest first, and none without', () => {
    const found = gravestFirst([of('many lesser', 0, 2, 90, 90), of('none', 0, 0, 0, 0), of('one gravest', 1, 0, 0, 0), of('more of level II', 0, 3, 0, 0)])
    expect(found.map((each) => each.county)).toEqual(['one gravest', 'more of level II', 'many lesser'])
  })

  it('adds up the levels of several counties', () => {
    expect(together([of('a', 1, 2, 3, 4), of('b', 0, 1, 0, 1)])).toEqual({ I: 1, II: 3, III: 3, IV: 5 })
    expect(together([])).toEqual({ I: 0, II: 0, III: 0, IV: 0 })
  })
})
