import { describe, expect, it } from 'vitest'
import { boardOf, outOfProvinceShare, sortedRows, type Row, type Unit } from './board'
import { cellKey, type CellState, type Figure, type IndicatorName } from './figures'

const units: readonly Unit[] = [
  { code: '530100', name: '昆明市', fullName: '昆明市', kind: 'city', parent: null },
  { code: '530103', name: '盘龙区', fullName: '盘龙区', kind: 'district', parent: '530100' },
  { code: '530113', name: '东川区', fullName: '东川区', kind: 'district', parent: '530100' },
  { code: 'Z530102', name: '阳宗海', fullName: '阳宗海风景名胜区', kind: 'zone', parent: '530100' },
]

function figure(county: string, name: IndicatorName, value: number | string | null, state: CellState = 'VALUE'): Figure {
  return { county, name: county, indicator: `employment.${name}`, period: null, state, value, changeOnMonth: null, rank: null, share: null }
}

function cells(...figures: Figure[]): Map<string, Figure> {
  return new Map(figures.map((one) => [cellKey(one.county, one.indicator), one]))
}

const names = (rows: readonly Row[]): string[] => rows.map((row) => row.name)

describe('the board', () => {
  it('lists counties in the city’s own order with the total apart', () => {
    const board = boardOf(cells(figure('530113', 'working', 2), figure('530103', 'working', 1), figure('530100', 'working', 3)), units, '530100')
    expect(board.total?.name).toBe('昆明市')
    expect(names(board.rows)).toEqual(['盘龙区', '东川区'])
  })

  it('has no total for a clerk of one county', () => {
    const board = boardOf(cells(figure('530113', 'working', 2)), units, '530100')
    expect(board.total).toBeNull()
    expect(names(board.rows)).toEqual(['东川区'])
  })

  it('shows 待认定 last, and only while it holds something', () => {
    const empty = boardOf(cells(figure('530113', 'working', 2), figure('UNKNOWN', 'working', 0)), units, '530100')
    const full = boardOf(cells(figure('530113', 'working', 2), figure('UNKNOWN', 'working', 4)), units, '530100')
    expect(names(empty.rows)).toEqual(['东川区'])
    expect(names(full.rows)).toEqual(['东川区', '待认定'])
  })
})

describe('sorting', () => {
  const board = boardOf(
    cells(
      figure('530103', 'completion_rate', '106.20'),
      figure('530113', 'completion_rate', '101.30'),
      figure('Z530102', 'completion_rate', null, 'NO_TARGET'),
    ),
    units,
    '530100',
  )

  it('puts cells without a value last in both directions', () => {
    expect(names(sortedRows(board.rows, { column: 'completion_rate', descending: true }))).toEqual(['盘龙区', '东川区', '阳宗海'])
    expect(names(sortedRows(board.rows, { column: 'completion_rate', descending: false }))).toEqual(['东川区', '盘龙区', '阳宗海'])
  })
})

describe('the share out of province', () => {
  const row = (away: number, working: number): Row => ({
    code: 'x',
    name: 'x',
    kind: 'county',
    cells: { out_of_province: figure('x', 'out_of_province', away), working: figure('x', 'working', working) },
  })

  it('rounds half up to two decimals', () => {
    expect(outOfProvinceShare(row(12_591, 158_167))).toBe('7.96')
    expect(outOfProvinceShare(row(1, 800))).toBe('0.13')
    expect(outOfProvinceShare(row(5, 5))).toBe('100.00')
  })

  it('is nothing where nobody is in work', () => {
    expect(outOfProvinceShare(row(0, 0))).toBeNull()
  })
})
