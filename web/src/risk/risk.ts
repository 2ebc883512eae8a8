import { get } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Page } from '../paging/usePages'

export const levels = ['I', 'II', 'III', 'IV'] as const
export type Level = (typeof levels)[number]
export const reasons = ['LOW_INCOME', 'LOST_JOB', 'OVERDUE_LOAN', 'UNPAID'] as const
export type Reason = (typeof reasons)[number]

/** What holds of a household, and since when. */
export interface Held {
  readonly code: Reason
  readonly text: string
  readonly textEn: string
  readonly since: BusinessDate
}

export interface Risk {
  readonly householdId: string
  readonly county: string
  readonly countyName: string
  readonly category: string | null
  readonly level: Level
  readonly reasons: readonly Held[]
  readonly since: BusinessDate
}

/** A unit's households at risk by level. */
export interface CountyRisks {
  readonly county: string
  readonly countyName: string
  readonly levels: Readonly<Record<Level, number>>
  readonly total: number
}

export interface Asked {
  readonly county: string
  readonly level: string
  readonly reason: string
}

const base = '/api/reporting/risks'

export function fetchRisks({ county, level, reason }: Asked, after: string | null, signal?: AbortSignal): Promise<Page<Risk>> {
  return get<Page<Risk>>(base, { county, level, reason, after, limit: 50 }, signal)
}

export async function fetchCounties(signal?: AbortSignal): Promise<readonly CountyRisks[]> {
  return (await get<{ readonly counties: readonly CountyRisks[] }>(`${base}/summary`, {}, signal)).counties
}

/** How many households stand at each level in these units together. */
export function together(counties: readonly CountyRisks[]): Record<Level, number> {
  const sums = { I: 0, II: 0, III: 0, IV: 0 }
  for (const each of counties) for (const level of levels) sums[level] += each.levels[level]
  return sums
}

/** Units with the most of the gravest first; those without any are left out. */
export function gravestFirst(counties: readonly CountyRisks[]): readonly CountyRisks[] {
  return counties.filter((each) => each.total > 0).sort((one, other) => levels.map((level) => other.levels[level] - one.levels[level]).find((difference) => difference !== 0) ?? 0)
}
