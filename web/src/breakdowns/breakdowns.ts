import { get } from '../api/http'

export const dimensions = ['area', 'province', 'sector', 'post', 'workshop'] as const
export type Dimension = (typeof dimensions)[number]

/** The people of one value; `value` null for those of whom nothing is told. */
export interface Part {
  readonly value: string | null
  readonly name: string
  readonly people: number
}

/** One county: `working` is the sum of the parts. */
export interface Parted {
  readonly county: string
  readonly countyName: string
  readonly working: number
  readonly parts: readonly Part[]
}

export async function fetchBreakdown(by: Dimension, county: string): Promise<readonly Parted[]> {
  return (await get<{ readonly counties: readonly Parted[] }>('/api/employment/breakdowns', { by, county })).counties
}

/** The largest parts, and how many of how many people are left beyond them. */
export function largest(parts: readonly Part[], shown: number): { readonly parts: readonly Part[]; readonly rest: number; readonly people: number } {
  const beyond = parts.slice(shown)
  return { parts: parts.slice(0, shown), rest: beyond.length, people: beyond.reduce((sum, part) => sum + part.people, 0) }
}
