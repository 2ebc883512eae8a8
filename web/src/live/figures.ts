/** Whether a cell holds a value, and if not, why (DOMAIN.md § 7). Zero is a value. */
export type CellState = 'VALUE' | 'NOT_APPLICABLE' | 'NOT_REPORTED' | 'NO_TARGET'

/** The indicators of employment, in the order in which the screen shows them. */
export const indicators = ['working', 'target', 'out_of_province', 'worked_this_year', 'completion_rate'] as const
export type IndicatorName = (typeof indicators)[number]
export type Indicator = `employment.${IndicatorName}`

/** A count is a JSON number, a rate a string with two decimals ("106.20"). */
export type Amount = number | string

/** One cell as reporting-service sends it. */
export interface Figure {
  readonly county: string
  readonly name: string
  readonly indicator: string
  readonly period: string | null
  readonly state: CellState
  readonly value: Amount | null
  readonly changeOnMonth: Amount | null
  readonly rank: number | null
  readonly share: Amount | null
}

/** A consistent picture of all cells asked for; both the snapshot and an event of the stream have this shape. */
export interface Frame {
  readonly asOf: string
  readonly frame: number
  /** Everything committed before this instant is in the frame. */
  readonly recordedThrough: string | null
  readonly newestRecord?: string | null
  /** The server's own word: do not take this as live (it is starting, rebuilding, or hears nothing from a source). */
  readonly stale?: boolean
  readonly figures: readonly Figure[]
}

/** Sent when no figure moved and only freshness did. */
export interface Watermark {
  readonly frame: number
  readonly recordedThrough: string | null
  readonly newestRecord?: string | null
  readonly stale?: boolean
}

/** 待认定: records whose county is not known yet; part of the total. */
export const unknownCounty = 'UNKNOWN'

export function cellKey(county: string, indicator: string): string {
  return `${county}|${indicator}`
}
