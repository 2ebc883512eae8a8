import { describe, expect, it } from 'vitest'
import type { Alert, Severity } from '../alerts/alerts'
import type { Item } from '../rectification/ledger'
import { alertsByUnit, movers, outlookOf, overdueItems, pressing } from './home'

const alert = (county: string, severity: Severity, opened = '2024-06-01'): Alert => ({ county, severity, opened }) as Alert
const pace = { county: '530100', deadline: '2024-12-31', target: 100, value: 40, perDay: '0.30', neededPerDay: '0.29', projected: '101.00' }

describe('what a leader sees', () => {
  it('is a unit by the gravest of its open alerts', () => {
    const units = alertsByUnit([alert('a', 'NOTICE'), alert('a', 'SEVERE'), alert('a', 'WARNING'), alert('b', 'NOTICE')])
    expect(units.get('a')).toEqual({ worst: 'SEVERE', count: 3 })
    expect(units.get('b')).toEqual({ worst: 'NOTICE', count: 1 })
  })

  it('begins with what presses most', () => {
    const shown = pressing([alert('a', 'NOTICE'), alert('b', 'SEVERE', '2024-05-01'), alert('c', 'SEVERE', '2024-06-09')], 2)
    expect(shown.map(({ county }) => county)).toEqual(['c', 'b'])
  })

  it('tells whether a target will be met', () => {
    expect(outlookOf(pace)).toBe('onTrack')
    expect(outlookOf({ ...pace, projected: '99.99' })).toBe('behind')
    expect(outlookOf({ ...pace, value: 100, neededPerDay: 0 })).toBe('met')
    expect(outlookOf({ ...pace, neededPerDay: null })).toBe('over')
  })

  it('lists what is late, the latest first, and not what has time', () => {
    const items = [{ id: 1, lateDays: 0 }, { id: 2, lateDays: 3 }, { id: 3, lateDays: 9 }] as Item[]
    expect(overdueItems(items).map(({ id }) => id)).toEqual([3, 2])
  })

  it('shows who moved, and nobody who stayed or is new', () => {
    const standing = (county: string, rank: number, rankBefore: number | null) => ({ county, name: county, value: '', rank, rankBefore, small: false, interview: false, twice: false })
    const moved = movers([standing('a', 1, 2), standing('b', 2, 2), standing('c', 3, null), standing('d', 9, 4)], 5)
    expect(moved.map(({ county }) => county)).toEqual(['d', 'a'])
  })
})
