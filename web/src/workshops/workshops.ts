import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Attempt } from '../forms/WriteForm.vue'
import type { Page } from '../paging/usePages'
import { told } from '../workers/desk'
import type { Spell, Worker } from '../workers/workers'

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
  /** Whether the spell was put to this place by hand. */
  readonly byHand: boolean
}

const base = '/api/employment/workplaces'

export function fetchPlaces(post: string, county: string, after: string | null, signal: AbortSignal): Promise<Page<Place>> {
  return get<Page<Place>>(base, { post, county, after, limit: 50 }, signal)
}

export function fetchHands(id: string, after: string | null, signal: AbortSignal): Promise<Page<Hand>> {
  return get<Page<Hand>>(`${base}/${encodeURIComponent(id)}/people`, { after, limit: 50 }, signal)
}

const personPath = (place: Place, personId: string): string => `${base}/${encodeURIComponent(place.id)}/people/${encodeURIComponent(personId)}`

/** Puts somebody's spell, known by its first day, to a place on record. */
export function assign(place: Place, personId: string, start: BusinessDate, { key }: Attempt): Promise<Place> {
  return write<Place>(personPath(place, personId), { start }, { method: 'PUT', key })
}

/** Takes that back: the spell belongs again where its employer's name says. */
export function release(place: Place, personId: string, start: BusinessDate, key: string): Promise<Place> {
  return write<Place>(personPath(place, personId), {}, { method: 'DELETE', key, query: { start } })
}

/** The spells of a person that can be put to a place: those of its kind, the last first. */
export function assignable(spells: readonly Spell[], post: Place['post']): readonly Spell[] {
  return [...spells.filter((spell) => spell.post === post)].reverse()
}

export function addPlace(draft: object, { key }: Attempt): Promise<Place> {
  return write<Place>(base, told(draft), { key })
}
