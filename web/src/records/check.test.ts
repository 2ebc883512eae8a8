import { describe, expect, it } from 'vitest'
import type { Figure } from '../live/figures'
import { differenceOf } from './check'

const figure = (indicator: string, value: number | string | null): Figure => ({ county: 'x', name: 'x', indicator, period: null, state: value === null ? 'NOT_REPORTED' : 'VALUE', value, changeOnMonth: null, rank: null, share: null })

describe('a figure against its department', () => {
  it('agrees when there are as many records as it says', () => {
    expect(differenceOf(figure('employment.working', 120), { count: 120, sum: null })).toBe(0)
    expect(differenceOf(figure('credit.overdue_households', 3), { count: 4, sum: '1.00' })).toBe(-1)
  })

  it('agrees in money to the fen, however many loans there are', () => {
    expect(differenceOf(figure('credit.overdue', '12345.60'), { count: 2, sum: '12345.60' })).toBe(0)
    expect(differenceOf(figure('credit.overdue', '12345.61'), { count: 2, sum: '12345.60' })).toBe(1)
  })

  it('says nothing while one side is not known', () => {
    expect(differenceOf(figure('credit.overdue', '1.00'), { count: 2, sum: null })).toBeNull()
    expect(differenceOf(figure('credit.overdue', null), { count: 2, sum: '0.00' })).toBeNull()
  })
})
