import { describe, expect, it } from 'vitest'
import { recordOf } from './reviews'

describe('a review', () => {
  it('leads to the record it is about', () => {
    expect(recordOf('worker:P530102000017')).toMatchObject({ name: 'worker', params: { personId: 'P530102000017' } })
    expect(recordOf('household:H530102000005')).toMatchObject({ name: 'household', id: 'H530102000005' })
  })
})
