import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Page } from '../paging/usePages'

export const policies = ['YULU', 'YULU_PLUS', 'TRANSPORT', 'MICROCREDIT'] as const
export type Policy = (typeof policies)[number]
export const outcomes = ['VALID', 'WRONG_NUMBER', 'EMPTY_NUMBER', 'NO_ANSWER'] as const
export type Outcome = (typeof outcomes)[number]
export const answers = ['KNOWS', 'DOES_NOT_KNOW', 'NOT_APPLICABLE'] as const
export type Answer = (typeof answers)[number]

export interface Call {
  readonly personId: string
  readonly date: BusinessDate
  readonly county: string
  readonly countyName: string
  readonly outcome: Outcome
  readonly answers: Partial<Record<Policy, Answer>>
}

/** What a county's people know of one policy; `rate` is null where nobody could know, which is not zero. */
export interface Awareness {
  readonly policy: Policy
  readonly knows: number
  readonly doesNotKnow: number
  readonly notApplicable: number
  readonly rate: string | null
  /** Too few were asked for the rate to say much. */
  readonly small: boolean
}

export interface Row {
  readonly county: string
  readonly name: string
  readonly made: number
  readonly valid: number
  readonly problems: number
  readonly policies: readonly Awareness[]
}

export interface Month {
  readonly month: string
  readonly rows: readonly Row[]
}

/** People to call, drawn by a seed anybody can draw by again. */
export interface Sample {
  readonly id: string
  readonly month: string
  readonly perCounty: number
  readonly seed: number
  readonly people: number
  readonly called: number
  readonly drawnBy: string
  readonly drawnAt: string
}

export interface NewCall {
  readonly county: string | null
  readonly personId: string | null
  readonly date: string | null
  readonly outcome: Outcome | null
  readonly answers: Partial<Record<Policy, Answer>>
}

const base = '/api/subsidy'

export function fetchCalls(indicator: string, county: string, asOf: BusinessDate, after: string | null, signal: AbortSignal): Promise<Page<Call>> {
  return get<Page<Call>>(`${base}/figures/${encodeURIComponent(indicator)}/records`, { county, asOf, after, limit: 50 }, signal)
}

export function fetchMonth(month: string): Promise<Month> {
  return get<Month>(`${base}/calls/awareness`, { month })
}

export async function fetchSamples(): Promise<readonly Sample[]> {
  return (await get<{ readonly items: readonly Sample[] }>(`${base}/samples`)).items
}

export function drawSample(wanted: { readonly month: string; readonly perCounty: number; readonly seed: number | null }, key: string): Promise<Sample> {
  return write<Sample>(`${base}/samples`, wanted, { key })
}

export function sheetUrl(id: string): string {
  return `${base}/samples/${id}/sheet`
}

export function enterCall(call: NewCall, key: string): Promise<object> {
  return write<object>(`${base}/calls`, call, { key })
}

/** Takes back a call entered by mistake. */
export function withdrawCall(wanted: { readonly personId: string; readonly date: string; readonly reason: string }, key: string): Promise<object> {
  return write<object>(`${base}/calls/withdraw`, wanted, { key })
}

/** A county's rate as text; —— where nobody could be asked. */
export function rateText({ rate }: Awareness): string {
  return rate === null ? '——' : `${rate}%`
}

/** The month before a day's. */
export function monthBefore(day: string): string {
  const [year = 2024, month = 1] = day.split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
