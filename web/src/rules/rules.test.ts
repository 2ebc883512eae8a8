import { describe, expect, it } from 'vitest'
import { trimmed } from './rules'

describe('a condition', () => {
  it('keeps what its kind uses and leaves the rest behind', () => {
    expect(trimmed({ kind: 'ON_MONTH', figure: 'credit.overdue_rate', change: 'ROSE', side: 'ABOVE', severe: 2 })).toEqual({ kind: 'ON_MONTH', figure: 'credit.overdue_rate', change: 'ROSE' })
    expect(trimmed({ kind: 'FEED', figure: 'calls.made' })).toEqual({ kind: 'FEED' })
    expect(trimmed({ kind: 'THRESHOLD', figure: 'calls.made', side: 'BELOW', line: 0, deadline: '' })).toEqual({ kind: 'THRESHOLD', figure: 'calls.made', side: 'BELOW', line: 0 })
  })
})
