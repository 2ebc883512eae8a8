import { daysBetween, type BusinessDate } from '../calendar/dates'
import type { Spell } from './workers'

/** A spell as a stretch of the line, in per cent of its length. */
export interface Stretch {
  readonly spell: Spell
  readonly left: number
  readonly width: number
  /** Of spells that overlap, each later one stands a lane lower. */
  readonly lane: number
}

const narrowest = 0.6

/** Lays spells out between two days; what lies outside is cut off, an open spell is drawn until `openUntil`. */
export function layOut(spells: readonly Spell[], from: BusinessDate, to: BusinessDate, openUntil: BusinessDate = to): readonly Stretch[] {
  const length = daysBetween(from, to)
  const laneEnds: BusinessDate[] = []
  return [...spells]
    .sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0))
    .filter((spell) => spell.start < to && (spell.end == null || spell.end > from))
    .map((spell) => {
      const start = spell.start < from ? from : spell.start
      const known = spell.end ?? (spell.start < openUntil ? openUntil : to)
      const end = known > to ? to : known
      const free = laneEnds.findIndex((laneEnd) => laneEnd <= start)
      const lane = free === -1 ? laneEnds.length : free
      laneEnds[lane] = end
      return { spell, lane, left: (100 * daysBetween(from, start)) / length, width: Math.max(narrowest, (100 * daysBetween(start, end)) / length) }
    })
}
