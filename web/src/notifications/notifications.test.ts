import { describe, expect, it } from 'vitest'
import { byDay, minutesOf, timeInCity, type Notification } from './notifications'

const told = (id: number, at: string): Notification => ({ id, alert: id, kind: 'OPENED', severity: 'WARNING', county: '530111', name: '官渡区', title: '', titleEn: '', text: '', textEn: '', day: '2024-06-10', at, read: false })

describe('notifications', () => {
  it('lie under the day on which they were told in the city', () => {
    const days = byDay([told(3, '2024-06-10T16:30:00Z'), told(2, '2024-06-10T15:59:00Z'), told(1, '2024-06-10T01:00:00Z')])
    expect(days.map(({ day, items }) => [day, items.length])).toEqual([
      ['2024-06-11', 1],
      ['2024-06-10', 2],
    ])
    expect(timeInCity('2024-06-10T16:30:00Z')).toBe('00:30')
  })

  it('take a time of the day without its seconds', () => {
    expect(minutesOf('22:00:00')).toBe('22:00')
    expect(minutesOf(null)).toBe('')
  })
})
