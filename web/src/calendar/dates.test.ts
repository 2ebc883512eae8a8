import { describe, expect, it } from 'vitest'
import { businessDate, daysBetween, plusMonths, spokenDate } from './dates'

describe('business dates', () => {
  it('are only days that exist', () => {
    expect(businessDate('2024-02-29')).toBe('2024-02-29')
    expect(businessDate('2024-02-30')).toBeNull()
    expect(businessDate('10.6.2024')).toBeNull()
    expect(businessDate(['2024-06-10'])).toBeNull()
  })

  it('clip at the end of a shorter month', () => {
    expect(plusMonths('2024-03-31', -1)).toBe('2024-02-29')
    expect(plusMonths('2024-06-10', -12)).toBe('2023-06-10')
    expect(plusMonths('2023-12-31', 2)).toBe('2024-02-29')
  })

  it('count days across a leap day', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  })

  it('are spoken in both languages', () => {
    expect(spokenDate('2024-06-10', 'zh')).toBe('2024年6月10日')
  })
})
