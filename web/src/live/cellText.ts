import { numberIn } from './board'
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

/** Yuan ("1234567.89") in 万元 with two decimals, HALF_UP: 123.46. In whole fen, so that no binary fraction rounds. */
export function inTenThousands(yuan: Amount): string {
  const text = String(yuan)
  const whole = Math.floor((Math.abs(fenOf(text)) + 5_000) / 10_000)
  const sign = text.startsWith('-') && whole > 0 ? '−' : ''
  return `${sign}${grouped.format(Math.floor(whole / 100))}.${String(whole % 100).padStart(2, '0')}`
}

/** Yuan with every fen: 1,234,567.89. */
export function exactYuan(yuan: Amount): string {
  const fen = fenOf(String(yuan))
  const sign = fen < 0 ? '−' : ''
  return `${sign}${grouped.format(Math.floor(Math.abs(fen) / 100))}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}

/** Whole fen of an amount in yuan; exact up to ninety thousand thousand million yuan. */
export function fenOf(yuan: string): number {
  const [whole = '0', fraction = ''] = yuan.replace(/^-/, '').split('.')
  const fen = Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2))
  return yuan.startsWith('-') ? -fen : fen
}

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
