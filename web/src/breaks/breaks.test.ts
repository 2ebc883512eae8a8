import { describe, expect, it } from 'vitest'
import { filterIn, isMoney, queryOf, urgency } from './breaks'

describe('the list of differences', () => {
  it('begins with the open ones', () => {
    expect(filterIn({})).toEqual({ state: 'OPEN', bank: '', kind: '', county: '' })
  })

  it('has an address that says only what differs from the beginning', () => {
    expect(queryOf(filterIn({}))).toEqual({})
    expect(queryOf({ state: 'ALL', bank: 'NXS', kind: '', county: '530113' })).toEqual({ state: 'ALL', bank: 'NXS', county: '530113' })
    expect(filterIn(queryOf({ state: 'ALL', bank: 'NXS', kind: 'ROW_REFUSED', county: '' }))).toEqual({ state: 'ALL', bank: 'NXS', kind: 'ROW_REFUSED', county: '' })
  })
})

describe('an open difference', () => {
  it('grows urgent after a week and a month', () => {
    expect([0, 7, 8, 30, 31].map((ageDays) => urgency({ state: 'OPEN', ageDays }))).toEqual(['info', 'info', 'warn', 'warn', 'bad'])
  })

  it('is not urgent any more once somebody looked into it, or it went away', () => {
    expect(urgency({ state: 'RESOLVED', ageDays: 90 })).toBe('')
    expect(urgency({ state: 'CLOSED', ageDays: 90 })).toBe('')
  })

  it('compares amounts, or terms in words', () => {
    expect(isMoney('48000.00')).toBe(true)
    expect(isMoney('2024-01-02 50000.00 3.65%')).toBe(false)
    expect(isMoney('')).toBe(false)
  })
})
