import { get } from '../api/http'
import { plusMonths, type BusinessDate } from '../calendar/dates'
import type { Import } from '../imports/imports'

/** How a county (or the city) stands. */
export interface Standing {
  readonly county: string
  readonly working: number
  readonly target: number | null
  readonly rate: string | null
  /** In percentage points on the same day a month ago, two decimals with a sign; null where one of both is missing. */
  readonly change: string | null
}

interface Told {
  readonly figures: readonly { readonly county: string; readonly indicator: string; readonly value: number | string | null }[]
}

/** The standing of a unit, from the figures of today and of a month ago. */
export function standingOf(county: string, now: Told, before: Told): Standing {
  const value = (told: Told, indicator: string): number | string | null => told.figures.find((figure) => figure.county === county && figure.indicator === `employment.${indicator}`)?.value ?? null
  const rate = value(now, 'completion_rate')
  const past = value(before, 'completion_rate')
  const target = value(now, 'target')
  return {
    county,
    working: Number(value(now, 'working') ?? 0),
    target: target === null ? null : Number(target),
    rate: rate === null ? null : String(rate),
    change: rate === null || past === null ? null : signed(Number(rate) - Number(past)),
  }
}

function signed(points: number): string {
  const text = Math.abs(points).toFixed(2)
  return text === '0.00' ? text : `${points > 0 ? '+' : '−'}${text}`
}

export async function fetchStanding(county: string, today: BusinessDate): Promise<Standing> {
  const figures = (asOf: BusinessDate): Promise<Told> => get<Told>('/api/employment/figures', { asOf, county })
  const [now, before] = await Promise.all([figures(today), figures(plusMonths(today, -1))])
  return standingOf(county, now, before)
}

/** The newest import that is done, where it sent rows back. */
export function withRejects(imports: readonly Import[]): Import | null {
  const done = imports.find((each) => !each.dryRun && each.status === 'COMPLETED')
  return done !== undefined && done.rows.rejected > 0 ? done : null
}
