import type { Alert, Severity } from '../alerts/alerts'
import { get } from '../api/http'
import type { Indicator } from '../live/figures'
import type { Item } from '../rectification/ledger'
import { gained, type Standing } from '../ranking/ranking'

/** What a leader sees of one department at one look. */
export interface DepartmentView {
  readonly department: 'employment' | 'credit' | 'subsidy'
  /** The rate that says how it stands; it opens the board of its programme. */
  readonly main: Indicator
  readonly programme: string
  readonly beside: readonly Indicator[]
  readonly trend: { readonly indicator: Indicator; readonly step: 'week' | 'month'; readonly months: number }
  /** Whose pace is worked out. */
  readonly pace: 'employment' | 'credit' | null
}

export const departmentViews: readonly DepartmentView[] = [
  { department: 'employment', main: 'employment.completion_rate', programme: 'employment', beside: ['employment.working', 'employment.out_of_province'], trend: { indicator: 'employment.working', step: 'month', months: 12 }, pace: 'employment' },
  { department: 'credit', main: 'credit.completion_rate', programme: 'credit', beside: ['credit.issued', 'credit.overdue_rate'], trend: { indicator: 'credit.overdue_rate', step: 'week', months: 3 }, pace: 'credit' },
  { department: 'subsidy', main: 'transport.paid_rate', programme: 'transport', beside: ['transport.paid', 'yulu.unpaid'], trend: { indicator: 'transport.paid_rate', step: 'month', months: 12 }, pace: null },
]

/** Whether a unit reaches its target in time at the pace so far, as reporting-service works it out. */
export interface Pace {
  readonly county: string
  readonly deadline: string
  readonly target: number | string
  readonly value: number | string
  readonly perDay: number | string
  readonly neededPerDay: number | string | null
  readonly projected: number | string
}

export const fetchPaces = async (programme: string, signal: AbortSignal): Promise<readonly Pace[]> => (await get<{ readonly paces: readonly Pace[] }>('/api/reporting/figures/pace', { programme }, signal)).paces

/** In a word: `met` already, `onTrack` to meet it, `behind`, or `over` when no day is left. */
export function outlookOf({ target, value, neededPerDay, projected }: Pace): 'met' | 'onTrack' | 'behind' | 'over' {
  if (Number(value) >= Number(target)) return 'met'
  if (neededPerDay === null) return 'over'
  return Number(projected) >= Number(target) ? 'onTrack' : 'behind'
}

const weight: Record<Severity, number> = { SEVERE: 3, WARNING: 2, NOTICE: 1 }

/** How a unit stands by its open alerts: the gravest of them and how many. */
export interface UnitAlerts {
  readonly worst: Severity
  readonly count: number
}

export function alertsByUnit(alerts: readonly Alert[]): ReadonlyMap<string, UnitAlerts> {
  const units = new Map<string, UnitAlerts>()
  for (const { county, severity } of alerts) {
    const before = units.get(county)
    units.set(county, { worst: before !== undefined && weight[before.worst] >= weight[severity] ? before.worst : severity, count: (before?.count ?? 0) + 1 })
  }
  return units
}

/** The gravest first, of the same gravity the newest. */
export function pressing(alerts: readonly Alert[], most: number): readonly Alert[] {
  return [...alerts].sort((one, other) => weight[other.severity] - weight[one.severity] || other.opened.localeCompare(one.opened)).slice(0, most)
}

/** What should have been mended by now, the latest first. */
export function overdueItems(items: readonly Item[]): readonly Item[] {
  return items.filter(({ lateDays }) => lateDays > 0).sort((one, other) => other.lateDays - one.lateDays)
}

/** Who won or lost places since the month before, the largest move first. */
export function movers(standings: readonly Standing[], most: number): readonly Standing[] {
  return standings
    .filter((each) => (gained(each) ?? 0) !== 0)
    .sort((one, other) => Math.abs(gained(other) ?? 0) - Math.abs(gained(one) ?? 0) || one.rank - other.rank)
    .slice(0, most)
}
