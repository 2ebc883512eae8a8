import { cellKey, unknownCounty, type Figure, type Indicator } from './figures'
import { indicatorsOf, type Column, type Programme } from './programmes'

/** A reporting unit of the city's `units.csv`. */
export interface Unit {
  readonly code: string
  readonly name: string
  readonly fullName: string
  readonly kind: string
  readonly parent: string | null
}

/** One line of the table: a unit and its cells; a cell that was not sent is undefined. */
export interface Row {
  readonly code: string
  readonly name: string
  readonly kind: 'city' | 'county' | 'zone' | 'unknown'
  readonly cells: Partial<Record<Indicator, Figure>>
}

export interface Board {
  /** The city's total; null for a reader who sees only some counties. */
  readonly total: Row | null
  /** The counties in the city's own order, 待认定 last and only when it holds something. */
  readonly rows: readonly Row[]
}

/** Arranges a programme's cells as the city lists its units; units that the frame does not hold are left out. */
export function boardOf(programme: Programme, cells: ReadonlyMap<string, Figure>, units: readonly Unit[], cityCode: string): Board {
  const indicators = indicatorsOf(programme)
  const rows = units
    .filter((unit) => unit.code !== cityCode && unit.code !== unknownCounty)
    .map((unit) => rowOf(indicators, cells, unit.code, unit.name, unit.kind === 'zone' ? 'zone' : 'county'))
    .filter(hasCells)
  const unknown = rowOf(indicators, cells, unknownCounty, '待认定', 'unknown')
  const city = units.find((unit) => unit.code === cityCode)
  const total = rowOf(indicators, cells, cityCode, city?.name ?? cityCode, 'city')
  return {
    total: hasCells(total) ? total : null,
    rows: holdsSomething(unknown) ? [...rows, unknown] : rows,
  }
}

function rowOf(indicators: readonly Indicator[], cells: ReadonlyMap<string, Figure>, code: string, name: string, kind: Row['kind']): Row {
  const found: Partial<Record<Indicator, Figure>> = {}
  for (const indicator of indicators) {
    const figure = cells.get(cellKey(code, indicator))
    if (figure !== undefined) found[indicator] = figure
  }
  return { code, name, kind, cells: found }
}

function hasCells(row: Row): boolean {
  return Object.keys(row.cells).length > 0
}

function holdsSomething(row: Row): boolean {
  return Object.values(row.cells).some((figure) => figure.state === 'VALUE' && Number(figure.value) !== 0)
}

/** Whether any unit has reported anything at all. */
export function isReported(board: Board): boolean {
  return [...board.rows, ...(board.total === null ? [] : [board.total])].some((row) => Object.values(row.cells).some((figure) => figure.state === 'VALUE'))
}

export interface Sorting {
  /** A column's id. */
  readonly column: string
  readonly descending: boolean
}

/** Sorted for reading: whatever has no value comes last in both directions, equal values keep the city's order. */
export function sortedRows(rows: readonly Row[], columns: readonly Column[], sorting: Sorting | null): readonly Row[] {
  const column = columns.find(({ id }) => id === sorting?.column)
  if (column === undefined || sorting === null) return rows
  if (column.kind === 'name') return sorting.descending ? [...rows].reverse() : rows
  return [...rows].sort((one, other) => {
    const left = sortValue(one, column)
    const right = sortValue(other, column)
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sorting.descending ? right - left : left - right
  })
}

function sortValue(row: Row, column: Exclude<Column, { kind: 'name' }>): number | null {
  switch (column.kind) {
    case 'value':
      return row.cells[column.indicator]?.state === 'VALUE' ? numberIn(row.cells[column.indicator]?.value) : null
    case 'change':
      return numberIn(row.cells[column.indicator]?.changeOnMonth)
    case 'share':
      return numberIn(row.cells[column.indicator]?.share)
    case 'part':
      return numberIn(partOf(row, column.part, column.whole))
    case 'rank':
      return row.cells[column.indicator]?.rank ?? null
  }
}

export function numberIn(amount: number | string | null | undefined): number | null {
  if (amount === null || amount === undefined || amount === '') return null
  const value = Number(amount)
  return Number.isNaN(value) ? null : value
}

/**
 * One count ÷ another of the same unit, per cent with two decimals, HALF_UP (DOMAIN.md § 7); null when the whole is
 * nothing. Whole numbers only, so that no binary fraction decides a rounding.
 */
export function partOf(row: Row, part: Indicator, whole: Indicator): string | null {
  const numerator = row.cells[part]
  const denominator = row.cells[whole]
  if (numerator?.state !== 'VALUE' || denominator?.state !== 'VALUE') return null
  const all = Number(denominator.value)
  if (all === 0) return null
  const hundredths = Math.floor((Number(numerator.value) * 20_000 + all) / (2 * all))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}
