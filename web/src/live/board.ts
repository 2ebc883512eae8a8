import { cellKey, indicators, unknownCounty, type Figure, type IndicatorName } from './figures'

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
  readonly cells: Partial<Record<IndicatorName, Figure>>
}

export interface Board {
  /** The city's total; null for a reader who sees only some counties. */
  readonly total: Row | null
  /** The counties in the city's own order, 待认定 last and only when it holds something. */
  readonly rows: readonly Row[]
}

/** Arranges cells as the city lists its units; units that the frame does not hold are left out. */
export function boardOf(cells: ReadonlyMap<string, Figure>, units: readonly Unit[], cityCode: string): Board {
  const rows = units
    .filter((unit) => unit.code !== cityCode && unit.code !== unknownCounty)
    .map((unit) => rowOf(cells, unit.code, unit.name, unit.kind === 'zone' ? 'zone' : 'county'))
    .filter(hasCells)
  const unknown = rowOf(cells, unknownCounty, '待认定', 'unknown')
  const city = units.find((unit) => unit.code === cityCode)
  const total = rowOf(cells, cityCode, city?.name ?? cityCode, 'city')
  return {
    total: hasCells(total) ? total : null,
    rows: holdsSomething(unknown) ? [...rows, unknown] : rows,
  }
}

function rowOf(cells: ReadonlyMap<string, Figure>, code: string, name: string, kind: Row['kind']): Row {
  const found: Partial<Record<IndicatorName, Figure>> = {}
  for (const indicator of indicators) {
    const figure = cells.get(cellKey(code, `employment.${indicator}`))
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

export type Column = IndicatorName | 'name' | 'share' | 'out_of_province_share' | 'change' | 'working_change' | 'rank'

export interface Sorting {
  readonly column: Column
  readonly descending: boolean
}

/** Sorted for reading: whatever has no value comes last in both directions, equal values keep the city's order. */
export function sortedRows(rows: readonly Row[], sorting: Sorting | null): readonly Row[] {
  if (sorting === null || sorting.column === 'name') {
    return sorting?.descending === true ? [...rows].reverse() : rows
  }
  const { column, descending } = sorting
  return [...rows].sort((one, other) => {
    const left = sortValue(one, column)
    const right = sortValue(other, column)
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return descending ? right - left : left - right
  })
}

function sortValue(row: Row, column: Exclude<Column, 'name'>): number | null {
  switch (column) {
    case 'share':
      return numberIn(row.cells.working?.share)
    case 'out_of_province_share':
      return numberIn(outOfProvinceShare(row))
    case 'change':
      return numberIn(row.cells.completion_rate?.changeOnMonth)
    case 'working_change':
      return numberIn(row.cells.working?.changeOnMonth)
    case 'rank':
      return row.cells.completion_rate?.rank ?? null
    default:
      return row.cells[column]?.state === 'VALUE' ? numberIn(row.cells[column].value) : null
  }
}

export function numberIn(amount: number | string | null | undefined): number | null {
  if (amount === null || amount === undefined || amount === '') return null
  const value = Number(amount)
  return Number.isNaN(value) ? null : value
}

/**
 * Out of province ÷ in work of the same unit, per cent with two decimals, HALF_UP (DOMAIN.md § 7); null when nobody is
 * in work. Whole numbers only, so that no binary fraction decides a rounding.
 */
export function outOfProvinceShare(row: Row): string | null {
  const away = row.cells.out_of_province
  const working = row.cells.working
  if (away?.state !== 'VALUE' || working?.state !== 'VALUE') return null
  const whole = Number(working.value)
  if (whole === 0) return null
  const hundredths = Math.floor((Number(away.value) * 20_000 + whole) / (2 * whole))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}
