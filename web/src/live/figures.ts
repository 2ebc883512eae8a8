/** Whether a cell holds a value, and if not, why (DOMAIN.md § 7). Zero is a value. */
export type CellState = 'VALUE' | 'NOT_APPLICABLE' | 'NOT_REPORTED' | 'NO_TARGET'

/** What a figure counts; counts are JSON numbers, money (yuan) and per cent are strings with two decimals ("106.20"). */
export type Quantity = 'persons' | 'households' | 'calls' | 'yuan' | 'percent'

/** The indicators this app knows, each with what it counts. */
export const quantities = {
  'employment.target': 'persons',
  'employment.working': 'persons',
  'employment.out_of_province': 'persons',
  'employment.worked_this_year': 'persons',
  'employment.completion_rate': 'percent',
  'employment.months_vs_last_year': 'percent',
  'employment.returned': 'persons',
  'employment.re_employed': 'persons',
  'credit.target': 'yuan',
  'credit.issued': 'yuan',
  'credit.issued_households': 'households',
  'credit.completion_rate': 'percent',
  'credit.outstanding': 'yuan',
  'credit.overdue': 'yuan',
  'credit.overdue_households': 'households',
  'credit.overdue_rate': 'percent',
  'transport.entitled': 'persons',
  'transport.paid': 'persons',
  'transport.paid_amount': 'yuan',
  'transport.paid_rate': 'percent',
  'yulu.students': 'persons',
  'yulu.paid': 'persons',
  'yulu.paid_amount': 'yuan',
  'yulu.unpaid': 'persons',
  'yulu_plus.trained': 'persons',
  'calls.made': 'calls',
  'calls.valid': 'calls',
  'calls.problem_numbers': 'calls',
  'calls.awareness_rate.yulu': 'percent',
  'calls.awareness_rate.yulu_plus': 'percent',
  'calls.awareness_rate.transport': 'percent',
  'calls.awareness_rate.microcredit': 'percent',
} as const satisfies Record<string, Quantity>

export type Indicator = keyof typeof quantities

/** What an indicator counts; one that is not known here is taken for a plain count. */
export function quantityOf(indicator: string): Quantity {
  return (quantities as Record<string, Quantity>)[indicator] ?? 'persons'
}

/** Those whose rise is bad news; rank 1 is the lowest. */
const lowerIsBetter: ReadonlySet<string> = new Set<Indicator>(['employment.returned', 'credit.overdue', 'credit.overdue_households', 'credit.overdue_rate', 'yulu.unpaid', 'calls.problem_numbers'])

export function isLowerBetter(indicator: string): boolean {
  return lowerIsBetter.has(indicator)
}

/** A count is a JSON number, money and a rate are strings with two decimals. */
export type Amount = number | string

/** One cell as reporting-service sends it. */
export interface Figure {
  readonly county: string
  readonly name: string
  readonly indicator: string
  readonly period: string | null
  readonly state: CellState
  readonly value: Amount | null
  readonly changeOnMonth: Amount | null
  readonly rank: number | null
  readonly share: Amount | null
}

/** How far one department has been heard; `stale` is the server's own word. */
export interface DepartmentWord {
  readonly department: string
  readonly recordedThrough: string | null
  readonly stale: boolean
}

/** Sent when no figure moved and only freshness did. */
export interface Watermark {
  readonly frame: number
  /** Everything committed before this instant is in the frame. */
  readonly recordedThrough: string | null
  readonly newestRecord?: string | null
  /** The server's own word: do not take this as live (it is starting, rebuilding, or hears nothing from a source). */
  readonly stale?: boolean
  readonly departments?: readonly DepartmentWord[]
}

/** A consistent picture of all cells asked for; both the snapshot and an event of the stream have this shape. */
export interface Frame extends Watermark {
  readonly asOf: string
  readonly figures: readonly Figure[]
}

/** 待认定: records whose county is not known yet; part of the total. */
export const unknownCounty = 'UNKNOWN'

export function cellKey(county: string, indicator: string): string {
  return `${county}|${indicator}`
}
