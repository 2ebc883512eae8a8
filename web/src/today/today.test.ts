import { describe, expect, it } from 'vitest'
import type { Import } from '../imports/imports'
import { standingOf, withRejects } from './today'

const told = (rate: string | null) => ({
  figures: [
    { county: '530127', indicator: 'employment.working', value: 1_562 },
    { county: '530127', indicator: 'employment.target', value: 1_800 },
    { county: '530127', indicator: 'employment.completion_rate', value: rate },
  ],
})

describe('how a county stands', () => {
  it('is told with the change on last month', () => {
    expect(standingOf('530127', told('86.83'), told('86.78'))).toMatchObject({ working: 1_562, target: 1_800, rate: '86.83', change: '+0.05' })
    expect(standingOf('530127', told('86.78'), told('86.83')).change).toBe('−0.05')
    expect(standingOf('530127', told('86.78'), told('86.78')).change).toBe('0.00')
  })

  it('has no rate where there is no target', () => {
    expect(standingOf('530127', told(null), told('86.78'))).toMatchObject({ rate: null, change: null })
  })
})

describe('what the last import sent back', () => {
  const done = (rejected: number, dryRun = false) => ({ dryRun, status: 'COMPLETED', rows: { rejected } }) as unknown as Import

  it('counts for the newest only, and not for a try', () => {
    expect(withRejects([done(9, true), done(3)])?.rows.rejected).toBe(3)
    expect(withRejects([done(0), done(3)])).toBeNull()
  })
})
