import { get } from '../api/http'

export interface Standing {
  readonly county: string
  readonly name: string
  readonly value: string
  readonly rank: number
  readonly rankBefore: number | null
  readonly small: boolean
  readonly interview: boolean
  readonly twice: boolean
}

export interface ProgrammeRanking {
  readonly programme: string
  readonly title: string
  readonly titleEn: string
  readonly indicator: string | null
  readonly rows: readonly Standing[]
}

export interface Ranking {
  readonly month: string
  readonly asOf: string
  readonly rule: string
  readonly ruleEn: string
  readonly programmes: readonly ProgrammeRanking[]
  readonly overall: readonly Standing[]
}

export const fetchRanking = (month: string, signal: AbortSignal): Promise<Ranking> => get<Ranking>('/api/reporting/rankings', { month }, signal)

/** Places won since the month before: above zero is better, null where there was no place. */
export const gained = ({ rank, rankBefore }: Standing): number | null => (rankBefore === null ? null : rankBefore - rank)
