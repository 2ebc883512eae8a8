import { get, urlOf } from '../api/http'
import { plusMonths, type BusinessDate } from '../calendar/dates'
import type { Amount, CellState, Indicator } from './figures'
import type { Programme } from './programmes'

export interface TrendPoint {
  readonly asOf: BusinessDate
  readonly state: CellState
  readonly value: Amount | null
}

interface TrendAnswer {
  readonly indicator: string
  readonly series: readonly { readonly county: string; readonly name: string; readonly points: readonly TrendPoint[] }[]
}

/** One county's indicator on a day of each of the last months or weeks and today, oldest first. */
export async function fetchTrend(indicator: Indicator, county: string, asOf: BusinessDate, { months, step }: Programme['trend'], signal: AbortSignal): Promise<readonly TrendPoint[]> {
  const query = { indicator, county, from: plusMonths(asOf, -months), to: asOf, step }
  const answer = await get<TrendAnswer>(urlOf('/api/reporting/figures/trend', query), {}, signal)
  return answer.series.find((series) => series.county === county)?.points ?? []
}

/** The points with the last one as the live screen shows it now, so that line and table never disagree. */
export function withPresent(points: readonly TrendPoint[], present: TrendPoint | null): readonly TrendPoint[] {
  if (present === null) return points
  return [...points.filter((point) => point.asOf < present.asOf), present]
}
