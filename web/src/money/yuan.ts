/** An amount in yuan as the services send it: a decimal text ("1234567.89"), or a whole number. */
export type Yuan = string | number

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 })

/** Yuan ("1234567.89") in 万元 with two decimals, HALF_UP: 123.46. In whole fen, so that no binary fraction rounds. */
export function inTenThousands(yuan: Yuan): string {
  const text = String(yuan)
  const whole = Math.floor((Math.abs(fenOf(text)) + 5_000) / 10_000)
  const sign = text.startsWith('-') && whole > 0 ? '−' : ''
  return `${sign}${grouped.format(Math.floor(whole / 100))}.${String(whole % 100).padStart(2, '0')}`
}

/** Yuan with every fen: 1,234,567.89. */
export function exactYuan(yuan: Yuan): string {
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
