import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Attempt } from '../forms/WriteForm.vue'
import type { Page } from '../paging/usePages'
import type { Worker } from '../workers/workers'

/** Somebody to visit. */
export interface Watched extends Worker {
  /** Yuan a year, two decimals. */
  readonly incomePerHead: string
  readonly incomeYear: number
  readonly headCount: number
  readonly visits: number
  readonly lastVisitOn: BusinessDate | null
}

export interface Visit {
  readonly visitedOn: BusinessDate
  readonly found: string
  readonly measures: string | null
  readonly by: string
  readonly recordedAt: string
}

const base = '/api/employment/watch'

export function fetchWatched(county: string, after: string | null, signal?: AbortSignal, limit = 50): Promise<Page<Watched>> {
  return get<Page<Watched>>(base, { county, after, limit }, signal)
}

export async function fetchVisits(personId: string): Promise<readonly Visit[]> {
  return (await get<{ readonly visits: readonly Visit[] }>(`${base}/${encodeURIComponent(personId)}/visits`)).visits
}

export function addVisit(personId: string, body: object, { key }: Attempt): Promise<Visit> {
  return write<Visit>(`${base}/${encodeURIComponent(personId)}/visits`, body, { key })
}
