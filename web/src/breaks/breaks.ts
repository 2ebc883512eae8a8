import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Attempt } from '../forms/WriteForm.vue'
import type { Page } from '../paging/usePages'

export const states = ['OPEN', 'RESOLVED', 'CLOSED'] as const
export type BreakState = (typeof states)[number]
export const kinds = ['BALANCE_ROSE', 'TERMS_CHANGED', 'OVERDUE_FELL', 'ABSENT_NOT_SETTLED', 'OVERDUE_NOT_REPORTED', 'CLOSED_WITH_BALANCE', 'ROW_REFUSED', 'TOTAL_DIFFERS'] as const
export type BreakKind = (typeof kinds)[number]

/** A difference between what a bank says and what the service expects; money in yuan. */
export interface Break {
  readonly id: string
  readonly bank: string
  /** Absent where the difference is of the bank as a whole. */
  readonly loanId?: string
  readonly number?: string
  readonly county: string
  readonly countyName: string
  readonly kind: BreakKind
  readonly reason: string
  readonly reasonEn: string
  readonly expected: string
  readonly found: string
  readonly amount: string
  /** The business date it goes back to. */
  readonly since: BusinessDate
  readonly ageDays: number
  readonly state: BreakState
  /** Business date of the feed with which it went away. */
  readonly closedOn?: BusinessDate
  readonly resolvedBy?: string
  readonly resolvedAt?: string
  readonly note: string
  readonly version: number
}

export interface BreakPage extends Page<Break> {
  readonly asOf: BusinessDate
}

/** What the list is narrowed to; empty strings ask for every difference. */
export interface BreakFilter {
  readonly state: string
  readonly bank: string
  readonly kind: string
  readonly county: string
}

const pageSize = 50
const base = '/api/credit/breaks'

/** The filter as an address carries it: open differences unless told, `ALL` for every state. */
export function filterIn(query: Readonly<Record<string, unknown>>): BreakFilter {
  const text = (name: keyof BreakFilter): string => (typeof query[name] === 'string' ? query[name] : '')
  return { state: text('state') || 'OPEN', bank: text('bank'), kind: text('kind'), county: text('county') }
}

/** The filter as a query; what needs no telling is left out. */
export function queryOf(filter: BreakFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([name, value]) => value !== '' && !(name === 'state' && value === 'OPEN')))
}

export function fetchBreaks(filter: BreakFilter, after: string | null, signal: AbortSignal): Promise<BreakPage> {
  const state = filter.state === 'ALL' ? '' : filter.state
  return get<BreakPage>(base, { ...filter, state, after, limit: pageSize }, signal)
}

export function resolve({ id, version }: Break, note: string, { key }: Attempt): Promise<Break> {
  return write<Break>(`${base}/${encodeURIComponent(id)}/resolve`, { note }, { key, version })
}

/** How urgent an open difference looks: older than a month is bad, older than a week a warning. */
export function urgency({ state, ageDays }: Pick<Break, 'state' | 'ageDays'>): '' | 'info' | 'warn' | 'bad' {
  if (state !== 'OPEN') return ''
  return ageDays > 30 ? 'bad' : ageDays > 7 ? 'warn' : 'info'
}

const money = /^\d+\.\d{2}$/

/** Whether a side of the comparison is an amount, not terms in words. */
export function isMoney(text: string): boolean {
  return money.test(text)
}
