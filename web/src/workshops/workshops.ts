import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Attempt } from '../forms/WriteForm.vue'
import type { Page } from '../paging/usePages'
import { told } from '../workers/desk'
import type { Worker } from '../workers/workers'

export const kinds = ['WORKSHOP', 'PUBLIC_WELFARE'] as const

/** A workshop or public-welfare post as of today. */
export interface Place {
  readonly id: string
  readonly post: (typeof kinds)[number]
  readonly county: string
  readonly countyName: string
  readonly name: string
  readonly village: string | null
  readonly since: BusinessDate | null
  readonly until: BusinessDate | null
  /** Whether it is on record; the others are known from spells alone. */
  readonly registered: boolean
  readonly people: number
  /** Yuan, of all of them together. */
  readonly monthlyWages: string
}

/** Somebody who works there. */
export interface Hand extends Worker {
  readonly since: BusinessDate
  readonly until: BusinessDate | null
  readonly monthlyWage: string | null
}

const base = '/api/employment/workplaces'

export function fetchPlaces(post: string, county: string, after: string | null, signal: AbortSignal): Promise<Page<Place>> {
  return get<Page<Place>>(base, { post, county, after, limit: 50 }, signal)
}

export function fetchHands(id: string, after: string | null, signal: AbortSignal): Promise<Page<Hand>> {
  return get<Page<Hand>>(`${base}/${encodeURIComponent(id)}/people`, { after, limit: 50 }, signal)
}

export function addPlace(draft: object, { key }: Attempt): Promise<Place> {
  return write<Place>(base, told(draft), { key })
}
