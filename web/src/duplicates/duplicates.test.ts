import { describe, expect, it } from 'vitest'
import { compared, proposed } from './duplicates'
import type { WorkerDetail } from '../workers/workers'

const record = (personId: string, spells: number, village = '大村'): WorkerDetail => ({ personId, village, spells: Array.from({ length: spells }, () => ({ start: '2024-01-01' })) }) as unknown as WorkerDetail

describe('records of probably one person', () => {
  it('are compared field by field', () => {
    const differing = compared([record('P1', 1), record('P2', 1, '小村')]).filter((each) => each.differs)
    expect(differing.map((each) => each.field)).toEqual(['village'])
  })

  it('propose the one that tells most, then the older one', () => {
    expect(proposed([record('P1', 1), record('P2', 3)])).toBe('P2')
    expect(proposed([record('P2', 1), record('P1', 1)])).toBe('P1')
  })
})
