import { describe, expect, it } from 'vitest'
import { filterIn, inOrder, queryOf } from './cases'

describe('a filter of cases', () => {
  it('travels in the address and leaves out what asks for nothing', () => {
    const filter = filterIn({ programme: 'TRANSPORT', unpaid: 'true', q: ['two'] })
    expect(filter.q).toBe('')
    expect(queryOf(filter)).toEqual({ programme: 'TRANSPORT', unpaid: 'true' })
  })
})

describe('what may be done next', () => {
  it('begins with what leads to the payment and ends with the ways out', () => {
    expect(inOrder(['WITHDRAWN', 'REFUSED', 'APPROVED'])).toEqual(['APPROVED', 'REFUSED', 'WITHDRAWN'])
    expect(inOrder([])).toEqual([])
  })
})
