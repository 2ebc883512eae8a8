import { numberIn } from './board'
import { inTenThousands } from '../money/yuan'
import { quantityOf, type Amount, type CellState, type Figure } from './figures'

/** What stands in a cell that holds no value; the table's legend explains each mark. */
export const stateMarks: Record<Exclude<CellState, 'VALUE'>, string> = {
  NO_TARGET: '——',
  NOT_APPLICABLE: '——*',
  NOT_REPORTED: '未报',
}

const stateMarksEnglish: typeof stateMarks = { ...stateMarks, NOT_REPORTED: 'n/r' }

export function stateMark(state: Exclude<CellState, 'VALUE'>, locale: string): string {
  return (locale === 'en' ? stateMarksEnglish : stateMarks)[state]
}

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 })

/** 158,167 or 106.20% or, of money, 123.46 (万元). A rate is shown with the digits that were sent. */
export function amountText(amount: Amount, indicator: string): string {
  switch (quantityOf(indicator)) {
    case 'percent':
      return `${amount}%`
    case 'yuan':
      return inTenThousands(amount)
    default:
      return grouped.format(Number(amount))
  }
}

/** A cell's text: its value, or the mark of its state. A cell that was not sent stays empty. */
export function cellText(figure: Pick<Figure, 'indicator' | 'state' | 'value'> | undefined, locale: string): string {
  if (figure === undefined) return ''
  if (figure.state === 'VALUE') return figure.value === null ? '' : amountText(figure.value, figure.indicator)
  return stateMark(figure.state, locale)
}

export type Direction = 'up' | 'down' | 'same'

export interface ChangeText {
  readonly direction: Direction
  readonly text: string
}

/** The change against a month before, signed; null when there is nothing to compare with. */
export function changeText(figure: Figure | undefined): ChangeText | null {
  const change = figure?.state === 'VALUE' ? numberIn(figure.changeOnMonth) : null
  if (figure === undefined || change === null) return null
  const digits = changeDigits(String(figure.changeOnMonth).replace(/^-/, ''), figure.indicator)
  if (change === 0) return { direction: 'same', text: digits }
  return change > 0 ? { direction: 'up', text: `+${digits}` } : { direction: 'down', text: `−${digits}` }
}

function changeDigits(size: string, indicator: string): string {
  return quantityOf(indicator) === 'percent' ? Number(size).toFixed(2) : amountText(size, indicator)
}
