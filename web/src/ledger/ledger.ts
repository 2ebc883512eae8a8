import { get, upload, urlOf, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Page } from '../paging/usePages'

export const kinds = ['ONLY_HERE', 'ONLY_THERE', 'DIFFERS'] as const
export type Kind = (typeof kinds)[number]

/** How one county's people compare; counts are people. */
export interface CountyResult {
  readonly county: string
  readonly countyName: string
  readonly agreeing: number
  readonly onlyHere: number
  readonly onlyThere: number
  readonly differing: number
  readonly accepted: number
  readonly kept: number
  /** Per cent that agreed when compared, and with those taken over since; null where nobody was compared. */
  readonly share: string | null
  readonly shareNow: string | null
}

/** A comparison of the register with another system's export of the same day. */
export interface Report {
  readonly id: string
  readonly day: BusinessDate
  /** Whether people out of work were compared as well. */
  readonly coversAll: boolean
  readonly comparedBy: string
  readonly comparedAt: string
  readonly counties: readonly CountyResult[]
}

/** What one of the two says of somebody on the compared day. */
export interface Side {
  readonly county: string
  readonly working: boolean
  readonly area: string | null
  readonly province: string | null
  readonly employer: string | null
  readonly start: BusinessDate | null
  readonly end: BusinessDate | null
}

export interface Difference {
  readonly number: number
  readonly personId: string | null
  readonly maskedName: string | null
  readonly kind: Kind
  readonly county: string
  readonly countyName: string
  readonly fields: readonly ('COUNTY' | 'WORKING' | 'AREA' | 'PROVINCE')[]
  readonly ours: Side | null
  readonly theirs: Side | null
  readonly state: 'OPEN' | 'ACCEPTED' | 'KEPT'
  readonly decidedBy: string | null
}

/** Which differences are meant: some by their number, or all open ones of a county and kind. */
export type Choice = { readonly numbers: readonly number[] } | { readonly all: true; readonly county: string | null; readonly kind: Kind | null }

export interface Accepted {
  readonly accepted: number
  readonly refused: readonly { readonly number: number; readonly message: string; readonly messageEn: string }[]
  /** Numbers of people only there of whom the export does not tell enough to register them. */
  readonly incomplete: readonly number[]
}

const base = '/api/employment/ledgers'

/** Hands an export in and answers the report's id, which is that of the import. */
export async function compare(file: File, asOf: BusinessDate, onSent: (share: number) => void): Promise<string> {
  const { body, location } = await upload<{ readonly id?: string }>(urlOf('/api/employment/imports', { kind: 'ledger', asOf }), file, onSent)
  const id = body?.id ?? location?.split('/').at(-1)
  if (id === undefined) throw new Error('the answer names no import')
  return id
}

export function fetchReports(after: string | null, signal: AbortSignal): Promise<Page<Report>> {
  return get<Page<Report>>(base, { after, limit: 10 }, signal)
}

export function fetchReport(id: string): Promise<Report> {
  return get<Report>(`${base}/${encodeURIComponent(id)}`)
}

export function fetchDifferences(id: string, filter: { readonly county: string; readonly kind: string; readonly state: string }, after: string | null, signal: AbortSignal): Promise<Page<Difference>> {
  return get<Page<Difference>>(`${base}/${encodeURIComponent(id)}/differences`, { ...filter, after, limit: 50 }, signal)
}

export function accept(id: string, choice: Choice, key: string): Promise<Accepted> {
  return write<Accepted>(`${base}/${encodeURIComponent(id)}/accept`, choice, { key })
}

export function keepOurs(id: string, choice: Choice, key: string): Promise<{ readonly kept: number }> {
  return write<{ readonly kept: number }>(`${base}/${encodeURIComponent(id)}/keep`, choice, { key })
}

type Counts = Pick<CountyResult, 'agreeing' | 'onlyHere' | 'onlyThere' | 'differing' | 'accepted' | 'kept'>

/** All counties of a report together; rates come from the sums, never from rates. */
export function total(counties: readonly CountyResult[]): Counts & { readonly shareNow: string | null } {
  const sum = (name: keyof Counts): number => counties.reduce((before, county) => before + county[name], 0)
  const counts = { agreeing: sum('agreeing'), onlyHere: sum('onlyHere'), onlyThere: sum('onlyThere'), differing: sum('differing'), accepted: sum('accepted'), kept: sum('kept') }
  const all = counts.agreeing + counts.onlyHere + counts.onlyThere + counts.differing
  return { ...counts, shareNow: all === 0 ? null : percent(counts.agreeing + counts.accepted, all) }
}

/** Two decimals, half up, by whole numbers alone. */
function percent(part: number, all: number): string {
  const hundredths = Math.floor((part * 20_000 + all) / (2 * all))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

/** Whether an export's value can be taken over: somebody only here has none. */
export function canAccept(difference: Difference): boolean {
  return difference.state === 'OPEN' && difference.kind !== 'ONLY_HERE'
}
