import { fenOf } from '../money/yuan'
import { quantityOf, type Figure } from '../live/figures'

/** What the owning department counts by itself: how many records, and of money their sum in yuan. */
export interface Counted {
  readonly count: number | null
  readonly sum: string | null
}

/**
 * By how much the figure shown differs from what its department counts: of money in fen, of anything else in records.
 * Null while either is not known, or has no value.
 */
export function differenceOf(figure: Figure | undefined, { count, sum }: Counted): number | null {
  if (figure?.state !== 'VALUE' || figure.value === null) return null
  if (quantityOf(figure.indicator) === 'percent') return null
  if (quantityOf(figure.indicator) === 'yuan') return sum === null ? null : fenOf(String(figure.value)) - fenOf(sum)
  return count === null ? null : Number(figure.value) - count
}
