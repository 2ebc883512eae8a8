import { describe, expect, it } from 'vitest'
import { bankDays, exceptionOf, type CalendarCell, type CalendarGrid } from './calendar'
import { isSignature, signatureText, type Feed } from './feeds'

const today = '2024-06-11'

function feed(businessDate: string, more: Partial<Feed> = {}): Feed {
  const rows = { total: 9, applied: 9, unchanged: 0, refused: 0 }
  return { id: businessDate, bank: 'B1', businessDate, sequence: 1, supplement: false, status: 'ACCEPTED', door: 'HTTPS', fileName: '', receivedAt: `${businessDate}T10:00:00Z`, size: 1, rows, ...more }
}

function grid(...cells: CalendarCell[]): CalendarGrid {
  return { today, yearsWithoutHolidays: [], days: cells.map(({ date }) => ({ date, businessDay: true })), banks: [{ bank: 'B1', name: '一行', expectedTime: '18:00:00', days: cells }] }
}

describe('a bank’s calendar', () => {
  it('shows what the service says of each day', () => {
    const days = bankDays(
      grid(
        { date: '2024-06-04', state: 'NOT_EXPECTED' },
        { date: '2024-06-05', state: 'ACCEPTED', corrections: 0, refused: 0 },
        { date: '2024-06-06', state: 'ACCEPTED', corrections: 2, refused: 3, openBreaks: 4 },
        { date: '2024-06-07', state: 'MISSING' },
        { date: '2024-06-08', state: 'CLOSED' },
        { date: '2024-06-09', state: 'REFUSED', refused: 9 },
      ),
      [],
    )[0]?.days
    expect(days?.map(({ state }) => state)).toEqual(['free', 'accepted', 'corrected', 'missing', 'free', 'refused'])
    expect(days?.map(({ refusedRows }) => refusedRows)).toEqual([0, 0, 3, 0, 0, 0])
    expect(days?.[2]?.openBreaks).toBe(4)
  })

  it('awaits today’s feed, not those of days ahead', () => {
    const days = bankDays(grid({ date: '2024-06-11', state: 'EXPECTED' }, { date: '2024-06-12', state: 'EXPECTED' }), [])[0]?.days
    expect(days?.map(({ state }) => state)).toEqual(['open', 'free'])
  })

  it('opens a day to the last feed that counts, whatever came refused or unchanged after it', () => {
    const sent = [
      feed('2024-06-06', { id: 'refused', status: 'REFUSED', receivedAt: '2024-06-06T13:00:00Z' }),
      feed('2024-06-06', { id: 'corrected', receivedAt: '2024-06-06T12:00:00Z' }),
      feed('2024-06-06', { id: 'first' }),
      feed('2024-06-06', { id: 'same', status: 'UNCHANGED', receivedAt: '2024-06-06T14:00:00Z' }),
      feed('2024-06-06', { id: 'foreign', bank: 'B2', receivedAt: '2024-06-06T15:00:00Z' }),
    ]
    expect(bankDays(grid({ date: '2024-06-06', state: 'ACCEPTED', corrections: 1 }), sent)[0]?.days[0]?.feed?.id).toBe('corrected')
    expect(bankDays(grid({ date: '2024-06-06', state: 'REFUSED' }), sent)[0]?.days[0]?.feed?.id).toBe('refused')
    expect(bankDays(grid({ date: '2024-06-06', state: 'MISSING' }), sent)[0]?.days[0]?.feed).toBeNull()
  })

  it('opens a day without a position to the feed that is held', () => {
    const held = [feed('2024-06-06', { id: 'held', status: 'HELD' })]
    expect(bankDays(grid({ date: '2024-06-06', state: 'MISSING' }), held)[0]?.days[0]).toMatchObject({ state: 'held', feed: { id: 'held' } })
    expect(bankDays(grid({ date: '2024-06-06', state: 'ACCEPTED', corrections: 0 }), held)[0]?.days[0]).toMatchObject({ state: 'accepted', feed: null })
  })
})

describe('a day of the calendar', () => {
  it('is out of the ordinary when it is a holiday, or work makes up for one', () => {
    expect(exceptionOf({ date: '2024-06-10', businessDay: false, name: '端午节' })).toEqual({ kind: 'holiday', name: '端午节' })
    expect(exceptionOf({ date: '2024-05-11', businessDay: true, name: '劳动节' })).toEqual({ kind: 'workday', name: '劳动节' })
  })

  it('is ordinary on a working weekday and on a free weekend', () => {
    expect(exceptionOf({ date: '2024-06-11', businessDay: true })).toBeNull()
    expect(exceptionOf({ date: '2024-06-15', businessDay: false })).toBeNull()
  })
})

describe('a signature file', () => {
  it('may hold the 64 bytes or their base64', () => {
    const text = signatureText(new Uint8Array(64).fill(7))
    expect(isSignature(text)).toBe(true)
    expect(signatureText(new TextEncoder().encode(`${text}\n`))).toBe(text)
    expect(isSignature('abc')).toBe(false)
  })
})
