import { get } from '../api/http'
import { plusDays, type BusinessDate } from '../calendar/dates'
import type { Feed } from './feeds'

/** A day of the calendar: whether banks work, and the holiday or what is made up for. */
export interface CalendarDay {
  readonly date: BusinessDate
  readonly businessDay: boolean
  readonly name?: string
}

/** A bank's day as the service has it; counts only where a feed came. */
export interface CalendarCell {
  readonly date: BusinessDate
  readonly state: 'ACCEPTED' | 'REFUSED' | 'MISSING' | 'EXPECTED' | 'CLOSED' | 'NOT_EXPECTED'
  readonly corrections?: number
  readonly refused?: number
  readonly openBreaks?: number
}

/** Banks by days. */
export interface CalendarGrid {
  readonly today: BusinessDate
  /** Years of these days of which no holidays are known: every weekday counts as a business day. */
  readonly yearsWithoutHolidays: readonly number[]
  readonly days: readonly CalendarDay[]
  readonly banks: readonly { readonly bank: string; readonly name: string; readonly expectedTime: string; readonly days: readonly CalendarCell[] }[]
}

/**
 * How a bank's day stands: taken, taken anew, refused and nothing taken, held for a person's word, nothing come though a
 * position was due, not due (no business day, before the bank's first day, or ahead), or still to come.
 */
export type DayState = 'accepted' | 'corrected' | 'refused' | 'held' | 'missing' | 'free' | 'open'

/** A bank's day and the feed that counts: of a refused day the last one. */
export interface Day {
  readonly day: BusinessDate
  readonly state: DayState
  readonly feed: Feed | null
  /** Rows refused of what was taken. */
  readonly refusedRows: number
  readonly openBreaks: number
}

export interface BankDays {
  readonly bank: string
  readonly days: readonly Day[]
}

export function fetchCalendar(from: BusinessDate, to: BusinessDate, signal: AbortSignal): Promise<CalendarGrid> {
  return get<CalendarGrid>('/api/credit/calendar', { from, to }, signal)
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

/** What is out of the ordinary about a day: a holiday on a working day, work on a weekend. */
export function exceptionOf({ date, businessDay, name }: CalendarDay): { readonly kind: 'holiday' | 'workday'; readonly name: string } | null {
  if (businessDay === isWeekend(date)) return { kind: businessDay ? 'workday' : 'holiday', name: name ?? '' }
  return !businessDay && name !== undefined ? { kind: 'holiday', name } : null
}

/** Each bank's days as the service has them, with the feed (of these, in any order) that each opens to. */
export function bankDays(grid: CalendarGrid, feeds: readonly Feed[]): readonly BankDays[] {
  return grid.banks.map(({ bank, days }) => {
    const own = feeds.filter((feed) => feed.bank === bank)
    return {
      bank,
      days: days.map((cell) => {
        const feed = feedOf(cell, own)
        return {
          day: cell.date,
          state: feed?.status === 'HELD' ? 'held' : stateOf(cell, grid.today),
          feed,
          refusedRows: cell.state === 'ACCEPTED' ? (cell.refused ?? 0) : 0,
          openBreaks: cell.openBreaks ?? 0,
        }
      }),
    }
  })
}

function stateOf({ date, state, corrections = 0 }: CalendarCell, today: BusinessDate): DayState {
  switch (state) {
    case 'ACCEPTED':
      return corrections > 0 ? 'corrected' : 'accepted'
    case 'REFUSED':
      return 'refused'
    case 'MISSING':
      return 'missing'
    case 'EXPECTED':
      return date > today ? 'free' : 'open'
    case 'CLOSED':
    case 'NOT_EXPECTED':
      return 'free'
  }
}

function feedOf({ date, state }: CalendarCell, feeds: readonly Feed[]): Feed | null {
  const counts = state === 'ACCEPTED' || state === 'REFUSED' ? state : 'HELD'
  const counting = feeds.filter(({ businessDate, status }) => businessDate === date && status === counts)
  return [...counting].sort((one, other) => one.receivedAt.localeCompare(other.receivedAt)).at(-1) ?? null
}
