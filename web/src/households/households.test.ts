import { describe, expect, it } from 'vitest'
import { perHead } from './households'

describe('the income of a household', () => {
  it('is told a head where the head count is known', () => {
    expect(perHead({ year: 2023, netIncome: '41250.00' }, 4)).toBe(10_312)
    expect(perHead({ year: 2023, netIncome: '41250.00' }, null)).toBeNull()
    expect(perHead({ year: 2023, netIncome: '41250.00' }, 0)).toBeNull()
  })
})
