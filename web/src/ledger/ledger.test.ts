import { describe, expect, it } from 'vitest'
import { canAccept, total, type CountyResult, type Difference } from './ledger'

const county = (counts: Partial<CountyResult>): CountyResult => ({ county: '530102', countyName: '五华区', agreeing: 0, onlyHere: 0, onlyThere: 0, differing: 0, accepted: 0, kept: 0, share: null, shareNow: null, ...counts })

describe('a comparison of ledgers', () => {
  it('is summed from people, not from shares', () => {
    const sum = total([county({ agreeing: 1, differing: 1, shareNow: '50.00' }), county({ agreeing: 998, onlyThere: 1, accepted: 1, shareNow: '100.00' })])
    expect(sum).toMatchObject({ agreeing: 999, differing: 1, onlyThere: 1, accepted: 1, shareNow: '99.90' })
  })

  it('has no share where nobody was compared', () => {
    expect(total([]).shareNow).toBeNull()
    expect(total([county({ agreeing: 1, onlyHere: 2 })]).shareNow).toBe('33.33')
    expect(total([county({ agreeing: 2, onlyHere: 1 })]).shareNow).toBe('66.67')
  })

  it('offers to take over what the other side has to offer', () => {
    const difference = (kind: Difference['kind'], state: Difference['state']) => ({ kind, state }) as Difference
    expect(canAccept(difference('DIFFERS', 'OPEN'))).toBe(true)
    expect(canAccept(difference('ONLY_HERE', 'OPEN'))).toBe(false)
    expect(canAccept(difference('ONLY_THERE', 'KEPT'))).toBe(false)
  })
})
