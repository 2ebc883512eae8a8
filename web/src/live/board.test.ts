import { describe, expect, it } from 'vitest'
import { boardOf as arrange, isReported, partOf, sortedRows as sorted, type Board, type Row, type Sorting, type Unit } from './board'
import { cellKey, type CellState, type Figure, type Indicator } from './figures'
import { programmes } from './programmes'

const units: readonly Unit[] = [
  { code: '530100', name: '昆明市', fullName: '昆明市', kind: 'city', parent: null },
  { code: '530103', name: '盘龙区', fullName: '盘龙区', kind: 'district', parent: '530100' },
  { code: '530113', name: '东川区', fullName: '东川区', kind: 'district', parent: '530100' },
  { code: 'Z530102', name: '阳宗海', fullName: '阳宗海风景名胜区', kind: 'zone', parent: '530100' },
]

type Name = 'working' | 'out_of_province' | 'completion_rate'
const programme = programmes.employment
const boardOf = (cells: ReadonlyMap<string, Figure>, of: readonly Unit[], city: string): Board => arrange(programme, cells, of, city)
const sortedRows = (rows: readonly Row[], sorting: Sorting): readonly Row[] => sorted(rows, programme.columns, sorting)

function figure(county: string, name: Name, value: number | string | null, state: CellState = 'VALUE'): Figure {
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

describe('another programme', () => {
  it('has cells of its own, and says when nothing was reported', () => {
    const figures = cells(figure('530113', 'working', 2), { ...figure('530113', 'working', null, 'NOT_REPORTED'), indicator: 'credit.issued' })
    expect(isReported(boardOf(figures, units, '530100'))).toBe(true)
    const credit = arrange(programmes.credit, figures, units, '530100')
    expect(names(credit.rows)).toEqual(['东川区'])
    expect(isReported(credit)).toBe(false)
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
    expect(names(sortedRows(board.rows, { column: 'employment.completion_rate', descending: true }))).toEqual(['盘龙区', '东川区', '阳宗海'])
    expect(names(sortedRows(board.rows, { column: 'employment.completion_rate', descending: false }))).toEqual(['东川区', '盘龙区', '阳宗海'])
  })
})

describe('the share out of province', () => {
  const away: Indicator = 'employment.out_of_province'
  const working: Indicator = 'employment.working'
  const share = (amount: number, whole: number): string | null => partOf(row(amount, whole), away, working)
  const row = (amount: number, whole: number): Row => ({
    code: 'x',
    name: 'x',
    kind: 'county',
    cells: { [away]: figure('x', 'out_of_province', amount), [working]: figure('x', 'working', whole) },
  })

  it('rounds half up to two decimals', () => {
    expect(share(12_591, 158_167)).toBe('7.96')
    expect(share(1, 800)).toBe('0.13')
    expect(share(5, 5)).toBe('100.00')
  })

  it('is nothing where nobody is in work', () => {
    expect(share(0, 0)).toBeNull()
  })
})
