import { shareOfYear, type BusinessDate } from '../calendar/dates'
import type { Indicator } from './figures'
import { completionClasses, overdueClasses, overdueLine, paceClasses, severeLine, tolerance, type RateClass } from './scale'

export const programmeNames = ['employment', 'credit'] as const
export type ProgrammeName = (typeof programmeNames)[number]

/** What a column of the table shows of a unit. */
type Content =
  | { readonly kind: 'name' }
  | { readonly kind: 'value'; readonly indicator: Indicator }
  | { readonly kind: 'change'; readonly indicator: Indicator; readonly arrow?: boolean }
  /** Per cent of the city. */
  | { readonly kind: 'share'; readonly indicator: Indicator }
  /** One count as per cent of another of the same unit. */
  | { readonly kind: 'part'; readonly part: Indicator; readonly whole: Indicator }
  | { readonly kind: 'rank'; readonly indicator: Indicator }

/** A column: `label` is a message's path, `minor` ones are set small, `strong` ones bold. */
export type Column = Content & { readonly id: string; readonly label: string; readonly minor?: boolean; readonly strong?: boolean }

/** A tile above the table; `beside` are figures told small beneath it, `lead` ones come first on a phone. */
export interface Tile {
  readonly indicator: Indicator
  readonly lead?: boolean
  readonly part?: { readonly part: Indicator; readonly whole: Indicator; readonly label: string }
  readonly beside?: readonly Indicator[]
}

/** A rate that colours map, tiles and table. */
export interface Measure {
  readonly indicator: Indicator
  readonly classes: (asOf: BusinessDate) => readonly RateClass[]
  /** How the counties stand, from their rates: a message and its numbers. */
  readonly standing: (rates: readonly number[], asOf: BusinessDate) => { readonly path: string; readonly numbers: Record<string, number | string> }
  /** The word for a rate worth a warning: a message's path, or null. */
  readonly warning: (rate: number) => 'live.overdue.warning' | 'live.overdue.grave' | null
}

/** Everything the live screen must know of a programme; a further programme is one more of these. */
export interface Programme {
  readonly name: ProgrammeName
  /** The department whose freshness counts. */
  readonly department: string
  /** What map and tiles can be coloured by, the first unless another is asked for. */
  readonly measures: readonly [Measure, ...Measure[]]
  readonly tiles: readonly Tile[]
  readonly columns: readonly Column[]
  /** The count told small on a unit's tile, against its target if there is one. */
  readonly counted: { readonly amount: Indicator; readonly target: Indicator }
  readonly trend: { readonly bars: Indicator; readonly line: Indicator; readonly mark: number; readonly markLabel: string; readonly step: 'week' | 'month'; readonly months: number; readonly fromZero: boolean }
}

const value = (indicator: Indicator, more: Partial<Column> = {}): Column => ({ kind: 'value', id: indicator, label: `indicator.${indicator}`, indicator, ...more }) as Column
const change = (indicator: Indicator, label: string, arrow = true): Column => ({ kind: 'change', id: `${indicator}/change`, label, indicator, arrow, minor: true })
const rank = (indicator: Indicator): Column => ({ kind: 'rank', id: `${indicator}/rank`, label: 'live.rank', indicator })
const unit: Column = { kind: 'name', id: 'name', label: 'live.county' }
const noWarning = (): null => null
const countIf = (rates: readonly number[], holds: (rate: number) => boolean): number => rates.filter(holds).length

const employment: Programme = {
  name: 'employment',
  department: 'employment',
  measures: [
    {
      indicator: 'employment.completion_rate',
      classes: () => completionClasses,
      standing: (rates) => ({ path: 'live.metTargets', numbers: { met: countIf(rates, (rate) => rate >= 100), short: countIf(rates, (rate) => rate < 100) } }),
      warning: noWarning,
    },
  ],
  tiles: [
    { indicator: 'employment.working', lead: true },
    { indicator: 'employment.target' },
    { indicator: 'employment.out_of_province', part: { part: 'employment.out_of_province', whole: 'employment.working', label: 'live.ofWorking' } },
    { indicator: 'employment.worked_this_year' },
    { indicator: 'employment.completion_rate', lead: true },
    { indicator: 'employment.months_vs_last_year', beside: ['employment.returned', 'employment.re_employed'] },
  ],
  columns: [
    unit,
    value('employment.target'),
    value('employment.working', { strong: true }),
    change('employment.working', 'live.change', false),
    { kind: 'share', id: 'employment.working/share', label: 'live.ofCity', indicator: 'employment.working', minor: true },
    value('employment.out_of_province'),
    { kind: 'part', id: 'employment.out_of_province/part', label: 'live.ofWorking', part: 'employment.out_of_province', whole: 'employment.working', minor: true },
    value('employment.worked_this_year'),
    value('employment.completion_rate', { strong: true }),
    change('employment.completion_rate', 'live.changePoints'),
    rank('employment.completion_rate'),
  ],
  counted: { amount: 'employment.working', target: 'employment.target' },
  trend: { bars: 'employment.working', line: 'employment.completion_rate', mark: 100, markLabel: '100%', step: 'month', months: 12, fromZero: false },
}

const credit: Programme = {
  name: 'credit',
  department: 'credit',
  measures: [
    {
      indicator: 'credit.overdue_rate',
      classes: () => overdueClasses,
      standing: (rates) => ({ path: 'live.overdue.standing', numbers: { above: countIf(rates, (rate) => rate > overdueLine), severe: countIf(rates, (rate) => rate > severeLine) } }),
      warning: (rate) => (rate > severeLine ? 'live.overdue.grave' : rate > overdueLine ? 'live.overdue.warning' : null),
    },
    {
      indicator: 'credit.completion_rate',
      classes: (asOf) => paceClasses(shareOfYear(asOf)),
      standing: (rates, asOf) => ({
        path: 'live.pace.standing',
        numbers: { elapsed: shareOfYear(asOf).toFixed(2), behind: countIf(rates, (rate) => rate < shareOfYear(asOf) - tolerance), done: countIf(rates, (rate) => rate >= 100) },
      }),
      warning: noWarning,
    },
  ],
  tiles: [
    { indicator: 'credit.issued', lead: true, beside: ['credit.target'] },
    { indicator: 'credit.completion_rate' },
    { indicator: 'credit.issued_households' },
    { indicator: 'credit.outstanding' },
    { indicator: 'credit.overdue', beside: ['credit.overdue_households'] },
    { indicator: 'credit.overdue_rate', lead: true },
  ],
  columns: [
    unit,
    value('credit.target'),
    value('credit.issued', { strong: true }),
    value('credit.issued_households'),
    value('credit.completion_rate', { strong: true }),
    change('credit.completion_rate', 'live.changePoints'),
    value('credit.outstanding'),
    value('credit.overdue'),
    value('credit.overdue_households'),
    value('credit.overdue_rate', { strong: true }),
    change('credit.overdue_rate', 'live.changePoints'),
    rank('credit.overdue_rate'),
  ],
  counted: { amount: 'credit.issued', target: 'credit.target' },
  trend: { bars: 'credit.overdue', line: 'credit.overdue_rate', mark: overdueLine, markLabel: '1%', step: 'week', months: 3, fromZero: true },
}

export const programmes: Record<ProgrammeName, Programme> = { employment, credit }

/** Every indicator a programme's screen shows. */
export function indicatorsOf(programme: Programme): readonly Indicator[] {
  const tiles = programme.tiles.flatMap(({ indicator, beside = [] }) => [indicator, ...beside])
  const columns = programme.columns.flatMap((column) => (column.kind === 'value' ? [column.indicator] : []))
  return [...new Set([...tiles, ...columns])]
}

/** A rate opened to its parts: what is divided by what. */
export const ratios: Partial<Record<Indicator, readonly [numerator: Indicator, denominator: Indicator]>> = {
  'employment.completion_rate': ['employment.working', 'employment.target'],
  'credit.completion_rate': ['credit.issued', 'credit.target'],
  'credit.overdue_rate': ['credit.overdue', 'credit.outstanding'],
}
