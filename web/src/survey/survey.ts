import { get, write } from '../api/http'
import type { Attempt } from '../forms/WriteForm.vue'
import { told } from '../workers/desk'
import type { WorkerPage } from '../workers/workers'

/** The six facts, in the order of the register's form. */
export const facts = ['household', 'employment', 'wishToWork', 'skills', 'wishToTrain', 'education'] as const
export type Fact = (typeof facts)[number]
export const levels = ['county', 'township', 'village'] as const
export type Level = (typeof levels)[number]
export const educations = ['NONE', 'PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'SECONDARY_VOCATIONAL', 'COLLEGE', 'BACHELOR', 'POSTGRADUATE'] as const

/** People of a place, and of how many each fact is known. */
export interface Place extends Readonly<Record<Fact, number>> {
  readonly county: string
  readonly countyName: string
  readonly township?: string | null
  readonly village?: string | null
  readonly people: number
  /** Of how many all six are known. */
  readonly complete: number
  /** Per cent of the people, two decimals; null where there is nobody. */
  readonly share: string | null
}

const base = '/api/employment/surveys'

export async function fetchCompleteness(level: Level, county: string): Promise<readonly Place[]> {
  return (await get<{ readonly places: readonly Place[] }>(`${base}/completeness`, { level, county })).places
}

export function fetchWishes(wish: string, county: string, after: string | null, signal: AbortSignal): Promise<WorkerPage> {
  return get<WorkerPage>(`${base}/wishes`, { wish, county, after, limit: 50 }, signal)
}

export function enterSurvey(draft: Readonly<Record<string, string>>, { key }: Attempt): Promise<object> {
  const answer = (text: string | undefined): boolean | null => (text === 'true' ? true : text === 'false' ? false : null)
  return write<object>(base, { ...told(draft), wishToWork: answer(draft['wishToWork']), wishToTrain: answer(draft['wishToTrain']) }, { key })
}

/** Places where the most is left to ask, first; a sum over all of them stays on top. */
export function leastCompleteFirst(places: readonly Place[], city: string): readonly Place[] {
  const missing = (place: Place): number => place.people - place.complete
  const sums = places.filter((place) => place.county === city)
  return [...sums, ...places.filter((place) => place.county !== city && place.people > 0).sort((one, other) => missing(other) - missing(one))]
}

/** Per cent as a whole number, never 100 while one is missing. */
export function percent(known: number, all: number): number {
  return all === 0 ? 0 : Math.floor((100 * known) / all)
}
