import { expect, it } from 'vitest'
import { gained, type Standing } from './ranking'

const standing = (rank: number, rankBefore: number | null): Standing => ({ county: '530102', name: '五华区', value: '1.00', rank, rankBefore, small: false, interview: false, twice: false })

it('counts places won, and none where there was no place before', () => {
  expect(gained(standing(2, 5))).toBe(3)
  expect(gained(standing(5, 2))).toBe(-3)
  expect(gained(standing(1, null))).toBeNull()
})
