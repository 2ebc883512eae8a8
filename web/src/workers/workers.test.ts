import { describe, expect, it } from 'vitest'
import { filterIn, isIdentityNumber } from './workers'
import { layOut } from './timeline'

describe('a line of spells', () => {
  it('cuts what lies before the line and lets an open spell run to its end', () => {
    const [past, open] = layOut([{ start: '2024-06-01' }, { start: '2021-01-01', end: '2022-02-01' }], '2022-01-01', '2024-07-01')
    expect(past?.left).toBe(0)
    expect((open?.left ?? 0) + (open?.width ?? 0)).toBeCloseTo(100)
  })

  it('puts overlapping spells beneath each other and reuses a lane that is free again', () => {
    const lanes = layOut(
      [
        { start: '2022-01-01', end: '2022-06-01' },
        { start: '2022-03-01', end: '2022-09-01' },
        { start: '2022-06-01', end: '2022-12-01' },
      ],
      '2022-01-01',
      '2023-01-01',
    ).map((stretch) => stretch.lane)
    expect(lanes).toEqual([0, 1, 0])
  })

  it('leaves out what ended before or begins after', () => {
    expect(layOut([{ start: '2020-01-01', end: '2021-01-01' }, { start: '2025-01-01' }], '2022-01-01', '2024-01-01')).toEqual([])
  })
})

describe('a filter in an address', () => {
  it('takes known texts and nothing else', () => {
    expect(filterIn({ county: '530113', q: ['a', 'b'], other: 'x' })).toMatchObject({ county: '530113', q: '', village: '' })
  })
})

describe('a search text', () => {
  it('is known for an identity number, so that it stays out of the address', () => {
    expect(isIdentityNumber('53019019900101123X')).toBe(true)
    expect(isIdentityNumber(' 530190 19900101 1234 ')).toBe(true)
    expect(isIdentityNumber('P530113000001')).toBe(false)
    expect(isIdentityNumber('53011300001')).toBe(false)
  })
})
