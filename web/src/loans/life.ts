import type { BusinessDate } from '../calendar/dates'
import { fenOf } from '../money/yuan'
import type { LoanDetail, LoanState, Position } from './loans'

/** Something that happened to a loan. Amounts are yuan. */
export type Event =
  | { readonly kind: 'issued'; readonly amount: string }
  | { readonly kind: 'repaid' | 'writtenOff' | 'absent' | 'reversed'; readonly amount: string }
  | { readonly kind: 'dueMoved'; readonly from: BusinessDate; readonly to: BusinessDate }
  | { readonly kind: 'status'; readonly from: LoanState; readonly to: LoanState }
  | { readonly kind: 'overdue'; readonly amount: string }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'falls' }

/** A day of a loan's life with all that happened on it, and where it is written. */
export interface Day {
  readonly day: BusinessDate
  readonly events: readonly Event[]
  readonly balance: string
  readonly source: { readonly feed: string; readonly line: number | null } | null
}

/**
 * A loan's life, oldest first: issued, then whatever its bank's positions changed, and the day after an unpaid due date.
 * A position that changed nothing is no day of its life.
 */
export function lifeOf({ loan, positions, movements }: LoanDetail, asOf: BusinessDate): readonly Day[] {
  const days: Day[] = [{ day: loan.issuedOn, events: [{ kind: 'issued', amount: loan.amount }], balance: loan.amount, source: null }]
  positions.forEach((position, index) => {
    const before = positions[index - 1]
    const events = [...moved(movements, position), ...changed(before, position)]
    const source = { feed: position.feed, line: position.line }
    if (events.length > 0 || index === 0) days.push({ day: position.from, events, balance: position.balance, source })
    const { overdueFrom } = position
    if (overdueFrom !== null && overdueFrom > position.from && overdueFrom <= asOf) days.push({ day: overdueFrom, events: [{ kind: 'falls' }], balance: position.balance, source: null })
  })
  return days
}

function moved(movements: LoanDetail['movements'], { from }: Position): readonly Event[] {
  return movements
    .filter(({ day, kind }) => day === from && kind !== 'ISSUED')
    .map(({ kind, amount }): Event => {
      if (fenOf(amount) < 0) return { kind: 'reversed', amount: amount.slice(1) }
      return { kind: kind === 'WRITTEN_OFF' ? 'writtenOff' : kind === 'ABSENT' ? 'absent' : 'repaid', amount }
    })
}

function changed(before: Position | undefined, now: Position): readonly Event[] {
  const events: Event[] = []
  const owed = before === undefined ? 0 : fenOf(before.bankOverdue)
  if (before !== undefined && before.due !== now.due) events.push({ kind: 'dueMoved', from: before.due, to: now.due })
  if (before !== undefined && before.status !== now.status) events.push({ kind: 'status', from: before.status, to: now.status })
  if (fenOf(now.bankOverdue) > 0 && fenOf(now.bankOverdue) !== owed) events.push({ kind: 'overdue', amount: now.bankOverdue })
  if (owed > 0 && fenOf(now.bankOverdue) === 0) events.push({ kind: 'cleared' })
  return events
}

/** A point of the balance's curve; the balance holds until the next. */
export interface Step {
  readonly day: BusinessDate
  readonly balance: number
}

/** The balance from issue to the day asked for, in yuan, as steps. */
export function balanceSteps({ movements }: LoanDetail, asOf: BusinessDate): readonly Step[] {
  const steps = movements.filter(({ day }) => day <= asOf).map(({ day, outstanding }) => ({ day, balance: Number(outstanding) }))
  const last = steps.at(-1)
  return last === undefined || last.day === asOf ? steps : [...steps, { day: asOf, balance: last.balance }]
}
