import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Attempt } from '../forms/WriteForm.vue'
import type { Page } from '../paging/usePages'
import { told, type Written } from '../workers/desk'
import type { Worker } from '../workers/workers'

export interface Household {
  readonly householdId: string
  readonly county: string
  readonly countyName: string
  readonly township: string | null
  readonly village: string | null
  readonly category: string | null
  readonly headCount: number | null
  /** How many of it are able to work. */
  readonly members: number
}

export interface Income {
  readonly year: number
  /** Yuan, two decimals. */
  readonly netIncome: string
}

export interface HouseholdDetail extends Omit<Household, 'members'> {
  readonly residence: readonly { readonly from?: BusinessDate | null; readonly county: string }[]
  readonly incomes: readonly Income[]
  readonly members: readonly Worker[]
  /** 0 for a household known from its members only. */
  readonly version: number
}

export interface HouseholdWritten extends Written {
  readonly household?: HouseholdDetail
}

/** What an edit of a household starts from. */
export interface HouseholdDraft {
  township: string
  village: string
  category: string
  headCount: string
  incomes: { year: string; netIncome: string }[]
}

export function householdDraft(household: HouseholdDetail | null): HouseholdDraft {
  return {
    township: household?.township ?? '',
    village: household?.village ?? '',
    category: household?.category ?? '',
    headCount: household?.headCount == null ? '' : String(household.headCount),
    incomes: (household?.incomes ?? []).map(({ year, netIncome }) => ({ year: String(year), netIncome })),
  }
}

/** Whole yuan a head, rounded down; null where it cannot be told. */
export function perHead({ netIncome }: Income, headCount: number | null): number | null {
  return headCount === null || headCount <= 0 ? null : Math.floor(Number(netIncome) / headCount)
}

const base = '/api/employment/households'
const pathOf = (id: string): string => `${base}/${encodeURIComponent(id)}`

export function fetchHouseholds(filter: Readonly<Record<string, string>>, after: string | null, signal: AbortSignal): Promise<Page<Household>> {
  return get<Page<Household>>(base, { ...filter, after, limit: 50 }, signal)
}

export function fetchHousehold(id: string): Promise<HouseholdDetail> {
  return get<HouseholdDetail>(pathOf(id))
}

export function historyPath(id: string): string {
  return `${pathOf(id)}/history`
}

/** Registers a household nobody had on record. */
export function createHousehold(body: object, { key, preview }: Attempt): Promise<HouseholdWritten> {
  return write<HouseholdWritten>(base, told(body), { key, query: { preview: preview || null } })
}

/** Hands in what a form about a household holds; `action` is '' for the record itself. */
export function writeHousehold(household: HouseholdDetail, action: string, body: object, { key, preview }: Attempt): Promise<HouseholdWritten> {
  const method = action === '' ? 'PUT' : 'POST'
  return write<HouseholdWritten>(`${pathOf(household.householdId)}${action === '' ? '' : `/${action}`}`, told(body), { method, key, version: household.version, query: { preview: preview || null } })
}
