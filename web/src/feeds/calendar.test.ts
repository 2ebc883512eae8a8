import { describe, expect, it } from 'vitest'
import { bankDays, daysFrom, type Day } from './calendar'
import { isSignature, signatureText, type Feed } from './feeds'

const days = daysFrom('2024-06-05', '2024-06-11')
const today = '2024-06-11'

function feed(businessDate: string, more: Partial<Feed> = {}): Feed {
  const rows = { total: 9, applied: 9, unchanged: 0, refused: 0 }
  return { id: businessDate, bank: 'B1', businessDate, sequence: 1, supplement: false, status: 'ACCEPTED', door: 'HTTPS', fileName: '', receivedAt: `${businessDate}T10:00:00Z`, size: 1, rows, ...more }
}

function statesOf(feeds: readonly Feed[]): Record<string, string> {
  return Object.fromEntries((bankDays(['B1'], feeds, days, today)[0]?.days ?? []).map((one: Day) => [one.day.slice(8), one.state]))
}

describe('a bank’s calendar', () => {
  it('misses every weekday after its first feed, not the weekend, and not today', () => {
    expect(statesOf([feed('2024-06-05')])).toEqual({ '05': 'accepted', '06': 'missing', '07': 'missing', '08': 'free', '09': 'free', '10': 'missing', '11': 'open' })
  })

  it('owes nothing before its first feed', () => {
    expect(statesOf([feed('2024-06-10')])).toMatchObject({ '05': 'free', '06': 'free', '10': 'accepted' })
    expect(statesOf([])['06']).toBe('free')
  })

  it('calls a second accepted feed of a day a correction, and keeps a taken day taken whatever is refused later', () => {
    const corrected = feed('2024-06-06', { id: 'again', receivedAt: '2024-06-06T12:00:00Z' })
    const refused = feed('2024-06-06', { id: 'no', status: 'REFUSED', receivedAt: '2024-06-06T13:00:00Z' })
    const [bank] = bankDays(['B1'], [refused, feed('2024-06-06'), corrected], days, today)
    expect(bank?.days[1]).toMatchObject({ state: 'corrected', feed: { id: 'again' } })
  })

  it('is refused when nothing of the day was taken; the same content again is no news', () => {
    expect(statesOf([feed('2024-06-05'), feed('2024-06-06', { status: 'REFUSED' }), feed('2024-06-07', { status: 'UNCHANGED' })])).toMatchObject({ '06': 'refused', '07': 'missing' })
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
