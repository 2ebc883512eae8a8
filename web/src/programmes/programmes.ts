import { get, post, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'

export type AmountKind = 'UP_TO' | 'EXACT' | 'AT_LEAST' | 'SHARE' | 'NONE'
export const deadlineSteps = ['APPLIED', 'VERIFIED', 'ON_NOTICE', 'APPROVED', 'IN_BATCH', 'PAID'] as const

export interface Programme {
  readonly code: string
  readonly title: string
  readonly titleEn: string
  readonly caseProgramme: string
  readonly amountKind: AmountKind
  readonly per: 'PERSON_YEAR' | 'STUDENT_SCHOOL_YEAR' | 'MONTH' | 'ONCE' | 'TRAINEE'
  readonly version: number
}

/** What is granted from a day on: yuan with two decimals, or per cent. */
export interface Terms {
  readonly validFrom: BusinessDate
  readonly amount: string | null
  readonly rate: string | null
  readonly entitled: string
  readonly entitledEn: string
  readonly deadlines: Readonly<Record<string, number>>
}

export interface InForce {
  readonly programme: Programme
  readonly terms: Terms | null
}

export interface Change {
  readonly validFrom: BusinessDate
  readonly cases: number
  readonly reason: string
  readonly by: string
  readonly at: string
}

export interface Detail {
  readonly programme: Programme
  readonly terms: readonly Terms[]
  readonly changes: readonly Change[]
}

/** Whom new terms concern. */
export interface Effect {
  readonly cases: number
  readonly before: string
  readonly after: string
  readonly paid: number
  readonly counties: readonly { readonly county: string; readonly name: string; readonly cases: number; readonly before: string; readonly after: string; readonly paid: number }[]
}

export interface NewTerms {
  readonly validFrom: BusinessDate
  readonly amount: string | null
  readonly rate: string | null
  readonly entitled: string
  readonly deadlines: Readonly<Record<string, number>>
  readonly reason: string | null
}

const base = '/api/subsidy/programmes'

export async function fetchProgrammes(): Promise<readonly InForce[]> {
  return (await get<{ readonly items: readonly InForce[] }>(base)).items
}

export function fetchProgramme(code: string): Promise<Detail> {
  return get<Detail>(`${base}/${code}`)
}

export function previewTerms(code: string, terms: NewTerms): Promise<Effect> {
  return post<Effect>(`${base}/${code}/preview`, terms)
}

export function changeTerms(code: string, terms: NewTerms, version: number, key: string): Promise<{ readonly detail: Detail; readonly effect: Effect }> {
  return write(`${base}/${code}`, terms, { method: 'PUT', key, version })
}
