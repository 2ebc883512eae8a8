import { describe, expect, it } from 'vitest'
import { assignable } from './workshops'

describe('spells that can be put to a workshop', () => {
  it('are those in workshops, the last first', () => {
    const spells = [
      { start: '2023-01-01', post: 'WORKSHOP' },
      { start: '2023-06-01', post: 'ORDINARY' },
      { start: '2024-01-01', post: 'WORKSHOP' },
      { start: '2024-03-01', post: 'PUBLIC_WELFARE' },
    ]
    expect(assignable(spells, 'WORKSHOP').map((spell) => spell.start)).toEqual(['2024-01-01', '2023-01-01'])
    expect(assignable([], 'WORKSHOP')).toEqual([])
  })
})
