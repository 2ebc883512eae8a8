import { download, get, post, type Query } from '../api/http'
import type { BusinessDate } from '../calendar/dates'

export const areas = ['OUT_OF_PROVINCE', 'IN_PROVINCE', 'IN_COUNTY'] as const
export const categories = ['LIFTED', 'MONITORED', 'MONITORED_UNSTABLE', 'MONITORED_MARGINAL', 'MONITORED_SUDDEN'] as const
export const posts = ['ORDINARY', 'WORKSHOP', 'PUBLIC_WELFARE'] as const
export const labours = ['ORDINARY', 'SKILLED', 'WEAK', 'LOST', 'NONE'] as const

/** A person as lists show it: name and identity number masked, work as of the day asked for. */
export interface Worker {
  readonly personId: string
  readonly householdId: string
  readonly county: string
  readonly countyName: string
  readonly township: string | null
  readonly village: string | null
  readonly category: string | null
  readonly labour: string | null
  readonly maskedName: string | null
  readonly maskedIdentityNumber: string | null
  readonly working: boolean
  readonly area: string | null
  readonly province: string | null
  readonly employer: string | null
  readonly post: string | null
  readonly start: BusinessDate | null
  readonly end: BusinessDate | null
}

export interface Spell {
  readonly start: BusinessDate
  readonly end?: BusinessDate | null
  readonly area?: string | null
  readonly province?: string | null
  readonly employer?: string | null
  readonly post?: string | null
  /** Yuan, two decimals. */
  readonly monthlyWage?: string | null
  readonly sector?: string | null
}

export interface WorkerDetail extends Worker {
  readonly residence: readonly { readonly from?: BusinessDate | null; readonly county: string; readonly countyName?: string | null }[]
  readonly spells: readonly Spell[]
  readonly version: number
  /** The import that last changed this person. */
  readonly importedFrom: string | null
  readonly wishToWork?: boolean | null
  /** The record that goes on, where this one was given up as a duplicate. */
  readonly mergedInto?: string | null
}

export interface WorkerPage {
  readonly asOf: BusinessDate
  readonly items: readonly Worker[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
  /** How many there are in all; told with the first page only. */
  readonly count: number | null
}

/** What the list is narrowed to; empty strings ask for everybody. */
export interface WorkerFilter {
  readonly county: string
  readonly working: string
  readonly area: string
  readonly category: string
  readonly labour: string
  readonly village: string
  readonly q: string
  readonly asOf: string
}

export const filterNames = ['county', 'working', 'area', 'category', 'labour', 'village', 'q', 'asOf'] as const satisfies readonly (keyof WorkerFilter)[]

/** The filter as an address carries it. */
export function filterIn(query: Readonly<Record<string, unknown>>): WorkerFilter {
  const text = (name: keyof WorkerFilter): string => (typeof query[name] === 'string' ? query[name] : '')
  return Object.fromEntries(filterNames.map((name) => [name, text(name)])) as unknown as WorkerFilter
}

/** Whether a search text is (most of) an identity number: 15 digits or more, the last perhaps an X. */
export function isIdentityNumber(text: string): boolean {
  return /^\d{14,17}[\dXx]$/.test(text.replace(/\s/g, ''))
}

const pageSize = 50

export function fetchWorkers(filter: WorkerFilter, after: string | null, signal: AbortSignal): Promise<WorkerPage> {
  return get<WorkerPage>('/api/employment/workers', { ...filter, q: filter.q.trim(), after, limit: pageSize } satisfies Query, signal)
}

/** The records behind a figure; their count equals it. */
export function fetchRecords(indicator: string, county: string, asOf: BusinessDate, after: string | null, signal: AbortSignal): Promise<WorkerPage> {
  return get<WorkerPage>(`/api/employment/figures/${encodeURIComponent(indicator)}/records`, { county, asOf, after, limit: pageSize }, signal)
}

export function fetchWorker(personId: string): Promise<WorkerDetail> {
  return get<WorkerDetail>(`/api/employment/workers/${encodeURIComponent(personId)}`)
}

/** The list as a masked, marked spreadsheet; who took it and why is audited. */
export function exportWorkers(filter: WorkerFilter, reason: string): Promise<void> {
  return download('/api/employment/workers/export', { ...filter, q: filter.q.trim(), reason }, `workers-${filter.asOf || 'today'}.xlsx`)
}

/** Name and identity number in full; the look is audited with its reason. */
export function reveal(personId: string, reason: string): Promise<{ readonly name: string; readonly identityNumber: string }> {
  return post(`/api/employment/workers/${encodeURIComponent(personId)}/reveal`, { reason })
}
