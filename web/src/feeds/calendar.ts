import { plusDays, type BusinessDate } from '../calendar/dates'
import type { Feed } from './feeds'

/**
 * How a bank's day stands: taken, taken anew, refused and nothing taken, nothing come though a position was due, not due
 * (a weekend, or before the bank's first day), or still to come.
 */
export type DayState = 'accepted' | 'corrected' | 'refused' | 'missing' | 'free' | 'open'

/** A bank's day: the feed that counts (of a refused day the last one), and how many came. */
export interface Day {
  readonly day: BusinessDate
  readonly state: DayState
  readonly feed: Feed | null
  /** Rows refused of what was taken. */
  readonly refusedRows: number
}

export interface BankDays {
  readonly bank: string
  readonly days: readonly Day[]
}

/** Every day from one to another, both included. */
export function daysFrom(from: BusinessDate, to: BusinessDate): readonly BusinessDate[] {
  const days: BusinessDate[] = []
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day)
  return days
}

export function isWeekend(day: BusinessDate): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

/** Each bank's days from its feeds (in any order). A bank owes every weekday after its first feed; today's may still come. */
export function bankDays(banks: readonly string[], feeds: readonly Feed[], days: readonly BusinessDate[], today: BusinessDate): readonly BankDays[] {
  return banks.map((bank) => {
    const own = feeds.filter((feed) => feed.bank === bank && feed.businessDate !== undefined && feed.status !== 'UNCHANGED')
    const first = own.filter(({ status }) => status === 'ACCEPTED').reduce<BusinessDate | null>((least, { businessDate = '' }) => (least === null || businessDate < least ? businessDate : least), null)
    return { bank, days: days.map((day) => dayOf(day, own.filter(({ businessDate }) => businessDate === day), first, today)) }
  })
}

function dayOf(day: BusinessDate, feeds: readonly Feed[], first: BusinessDate | null, today: BusinessDate): Day {
  const inOrder = [...feeds].sort((one, other) => one.receivedAt.localeCompare(other.receivedAt))
  const taken = inOrder.filter(({ status }) => status === 'ACCEPTED')
  const last = taken.at(-1)
  if (last !== undefined) return { day, state: taken.length > 1 ? 'corrected' : 'accepted', feed: last, refusedRows: last.rows.refused }
  const refused = inOrder.filter(({ status }) => status === 'REFUSED').at(-1)
  if (refused !== undefined) return { day, state: 'refused', feed: refused, refusedRows: refused.rows.refused }
  const due = !isWeekend(day) && first !== null && day > first && day <= today
  return { day, state: !due ? 'free' : day < today ? 'missing' : 'open', feed: null, refusedRows: 0 }
}
