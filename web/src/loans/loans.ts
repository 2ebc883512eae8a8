import { get, type Query } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Page } from '../paging/usePages'

export const states = ['NORMAL', 'OVERDUE', 'EXTENDED', 'RENEWED', 'SETTLED', 'WRITTEN_OFF', 'ABSENT'] as const
export type LoanState = (typeof states)[number]
export const buckets = ['1-30', '31-60', '61-90', '90+'] as const
export type Bucket = (typeof buckets)[number]
export const flags = ['OVER_CAP', 'TERM_TOO_LONG', 'HOUSEHOLD_NOT_COVERED', 'UNKNOWN_COUNTY', 'ABSENT'] as const
export const horizons = [30, 60, 90] as const

/** A loan as of a day; money in yuan with two decimals. */
export interface Loan {
  readonly loanId: string
  readonly bank: string
  readonly number: string
  readonly householdId: string
  readonly county: string
  readonly countyName: string
  readonly issuedOn: BusinessDate
  readonly amount: string
  readonly due: BusinessDate | null
  readonly rate: string | null
  /** Null before the bank's first position of it. */
  readonly balance: string | null
  readonly overdue: string
  readonly overdueSince: BusinessDate | null
  readonly overdueDays: number | null
  readonly bucket: Bucket | null
  readonly status: LoanState | null
  /** The bank's word, but OVERDUE whenever something is overdue. */
  readonly state: LoanState | null
  readonly flags: readonly string[]
}

/** What its bank said from a day on; `feed` and `line` say where. */
export interface Position {
  readonly from: BusinessDate
  readonly until: BusinessDate | null
  readonly due: BusinessDate
  readonly balance: string
  readonly bankOverdue: string
  readonly overdueFrom: BusinessDate | null
  readonly status: LoanState
  readonly feed: string
  readonly line: number | null
}

/** Double entry: an amount that moved on a day, and what stood afterwards. */
export interface Movement {
  readonly day: BusinessDate
  readonly kind: 'ISSUED' | 'REPAID' | 'WRITTEN_OFF' | 'ABSENT'
  readonly amount: string
  readonly outstanding: string
}

export interface LoanDetail {
  readonly loan: Loan
  readonly version: number
  readonly residence: readonly { readonly from?: BusinessDate; readonly county: string; readonly name: string }[]
  readonly positions: readonly Position[]
  readonly movements: readonly Movement[]
}

export interface LoanPage extends Page<Loan> {
  readonly asOf: BusinessDate
}

/** What the list is narrowed to; empty strings ask for every loan. */
export interface LoanFilter {
  readonly q: string
  readonly county: string
  readonly bank: string
  readonly state: string
  readonly bucket: string
  readonly flag: string
  readonly dueWithin: string
  readonly asOf: string
}

export const filterNames = ['q', 'county', 'bank', 'state', 'bucket', 'flag', 'dueWithin', 'asOf'] as const satisfies readonly (keyof LoanFilter)[]

/** The filter as an address carries it. */
export function filterIn(query: Readonly<Record<string, unknown>>): LoanFilter {
  const text = (name: keyof LoanFilter): string => (typeof query[name] === 'string' ? query[name] : '')
  return Object.fromEntries(filterNames.map((name) => [name, text(name)])) as unknown as LoanFilter
}

const pageSize = 50

export function fetchLoans(filter: LoanFilter, after: string | null, signal: AbortSignal): Promise<LoanPage> {
  return get<LoanPage>('/api/credit/loans', { ...filter, q: filter.q.trim(), after, limit: pageSize } satisfies Query, signal)
}

/** The loans behind a figure; for households the one loan by which each counts. */
export function fetchRecords(indicator: string, county: string, asOf: BusinessDate, after: string | null, signal: AbortSignal): Promise<LoanPage> {
  return get<LoanPage>(`/api/credit/figures/${encodeURIComponent(indicator)}/records`, { county, asOf, after, limit: pageSize }, signal)
}

export function fetchLoan(loanId: string, asOf: string): Promise<LoanDetail> {
  return get<LoanDetail>(`/api/credit/loans/${encodeURIComponent(loanId)}`, { asOf })
}

/** Loans and their principal. */
export interface Sum {
  readonly loans: number
  readonly amount: string
}

/** A unit's overdue principal by age; the city's own row is the sum. */
export interface Ageing {
  readonly county: string
  readonly name: string
  readonly overdue: Sum
  readonly buckets: readonly (Sum & { readonly bucket: Bucket })[]
}

/** A unit's balances falling due; each horizon holds the ones before it. */
export interface Due {
  readonly county: string
  readonly name: string
  readonly within: readonly (Sum & { readonly days: number })[]
}

export async function fetchAgeing(asOf: string, signal: AbortSignal): Promise<readonly Ageing[]> {
  return (await get<{ readonly rows: readonly Ageing[] }>('/api/credit/ageing', { asOf }, signal)).rows
}

export async function fetchDue(asOf: string, signal: AbortSignal): Promise<readonly Due[]> {
  return (await get<{ readonly rows: readonly Due[] }>('/api/credit/due', { asOf }, signal)).rows
}
