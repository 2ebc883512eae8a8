import { shareOfYear, type BusinessDate } from '../calendar/dates'
import type { Indicator } from './figures'
import { awarenessClasses, awarenessLine, completionClasses, overdueClasses, overdueLine, paceClasses, paidClasses, severeLine, tolerance, unpaidClasses, type RateClass } from './scale'

export const programmeNames = ['employment', 'credit', 'transport', 'yulu', 'calls'] as const
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

/** A share of people, told below and above a line. */
const share = (indicator: Indicator, classes: readonly RateClass[], path: string, line: number): Measure => ({
  indicator,
  classes: () => classes,
  standing: (rates) => ({ path, numbers: { below: countIf(rates, (rate) => rate < line), all: countIf(rates, (rate) => rate >= 100) } }),
  warning: noWarning,
})

const transport: Programme = {
  name: 'transport',
  department: 'subsidy',
  measures: [share('transport.paid_rate', paidClasses, 'live.paid.standing', 50)],
  tiles: [
    { indicator: 'transport.entitled', lead: true },
    { indicator: 'transport.paid', lead: true },
    { indicator: 'transport.paid_amount' },
    { indicator: 'transport.paid_rate' },
  ],
  columns: [
    unit,
    value('transport.entitled', { strong: true }),
    { kind: 'share', id: 'transport.entitled/share', label: 'live.ofCity', indicator: 'transport.entitled', minor: true },
    value('transport.paid', { strong: true }),
    change('transport.paid', 'live.change', false),
    value('transport.paid_amount'),
    value('transport.paid_rate', { strong: true }),
    change('transport.paid_rate', 'live.changePoints'),
    rank('transport.paid_rate'),
  ],
  counted: { amount: 'transport.paid', target: 'transport.entitled' },
  trend: { bars: 'transport.entitled', line: 'transport.paid_rate', mark: 50, markLabel: '50%', step: 'month', months: 12, fromZero: true },
}

const yulu: Programme = {
  name: 'yulu',
  department: 'subsidy',
  measures: [
    {
      indicator: 'yulu.unpaid',
      classes: () => unpaidClasses,
      standing: (counts) => ({ path: 'live.unpaid.standing', numbers: { some: countIf(counts, (count) => count > 0), none: countIf(counts, (count) => count === 0) } }),
      warning: noWarning,
    },
  ],
  tiles: [
    { indicator: 'yulu.students', lead: true },
    { indicator: 'yulu.paid', part: { part: 'yulu.paid', whole: 'yulu.students', label: 'live.ofStudents' } },
    { indicator: 'yulu.paid_amount' },
    { indicator: 'yulu.unpaid', lead: true, beside: ['yulu_plus.trained'] },
  ],
  columns: [
    unit,
    value('yulu.students', { strong: true }),
    value('yulu.paid', { strong: true }),
    { kind: 'part', id: 'yulu.paid/part', label: 'live.ofStudents', part: 'yulu.paid', whole: 'yulu.students', minor: true },
    value('yulu.paid_amount'),
    value('yulu.unpaid', { strong: true }),
    change('yulu.unpaid', 'live.change', false),
    value('yulu_plus.trained'),
    rank('yulu.unpaid'),
  ],
  counted: { amount: 'yulu.paid', target: 'yulu.students' },
  trend: { bars: 'yulu.students', line: 'yulu.unpaid', mark: 0, markLabel: '', step: 'month', months: 12, fromZero: true },
}

const policies = ['yulu', 'yulu_plus', 'transport', 'microcredit'] as const

const calls: Programme = {
  name: 'calls',
  department: 'subsidy',
  measures: [
    share('calls.awareness_rate.yulu', awarenessClasses, 'live.aware.standing', awarenessLine),
    ...policies.slice(1).map((policy) => share(`calls.awareness_rate.${policy}`, awarenessClasses, 'live.aware.standing', awarenessLine)),
  ],
  tiles: [
    { indicator: 'calls.made', lead: true, beside: ['calls.valid', 'calls.problem_numbers'] },
    ...policies.map((policy) => ({ indicator: `calls.awareness_rate.${policy}`, lead: policy === 'yulu' }) as const),
  ],
  columns: [
    unit,
    value('calls.made', { strong: true }),
    value('calls.valid'),
    value('calls.problem_numbers'),
    ...policies.map((policy) => value(`calls.awareness_rate.${policy}`, { strong: true })),
  ],
  counted: { amount: 'calls.valid', target: 'calls.made' },
  trend: { bars: 'calls.made', line: 'calls.awareness_rate.yulu', mark: awarenessLine, markLabel: '60%', step: 'month', months: 12, fromZero: true },
}

export const programmes: Record<ProgrammeName, Programme> = { employment, credit, transport, yulu, calls }

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
  'transport.paid_rate': ['transport.paid', 'transport.entitled'],
}
