import { describe, expect, it } from 'vitest'
import { monthBefore, rateText } from './calls'

describe('a rate of awareness', () => {
  it('is told as not applicable where nobody could know, and as zero where nobody knew', () => {
    const asked = { policy: 'YULU', knows: 0, doesNotKnow: 4, notApplicable: 1, small: true } as const
    expect(rateText({ ...asked, rate: '0.00' })).toBe('0.00%')
    expect(rateText({ ...asked, doesNotKnow: 0, rate: null, small: false })).toBe('——')
  })
})

describe('the month before', () => {
  it('steps over new year', () => {
    expect(monthBefore('2024-06-10')).toBe('2024-05')
    expect(monthBefore('2024-01-31')).toBe('2023-12')
  })
})
