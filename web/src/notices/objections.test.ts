import { describe, expect, it } from 'vitest'
import { dayOf, subjectOf } from './objections'

describe('an objection', () => {
  it('was made on the day of the city, not of Greenwich', () => {
    expect(dayOf('2024-06-09T16:30:00Z')).toBe('2024-06-10')
  })
  it('names whom its case is about', () => {
    expect(subjectOf('TRANSPORT|P53010000001|2024')).toBe('P53010000001')
  })
})
