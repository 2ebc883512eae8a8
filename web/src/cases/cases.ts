import { get, write, type Query } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Page } from '../paging/usePages'

export const programmes = ['TRANSPORT', 'YULU', 'YULU_PLUS', 'WORKSHOP_WAGES', 'PUBLIC_WELFARE_POST', 'FIRST_BUSINESS'] as const
export type Programme = (typeof programmes)[number]
export const steps = ['DETECTED', 'APPLIED', 'VERIFIED', 'ON_NOTICE', 'APPROVED', 'IN_BATCH', 'PAID', 'RETURNED', 'REFUSED', 'WITHDRAWN'] as const
export type Step = (typeof steps)[number]
/** The way a case goes when all goes well. */
export const way: readonly Step[] = ['DETECTED', 'APPLIED', 'VERIFIED', 'ON_NOTICE', 'APPROVED', 'IN_BATCH', 'PAID']
export const flags = ['NOT_ENTITLED', 'PAID_ABOVE_AMOUNT', 'PAID_BEFORE_ENTITLED', 'HOUSEHOLD_UNKNOWN', 'COUNTY_DIFFERS'] as const

/** A case as of a day, personal data masked; money in yuan with two decimals. */
export interface Case {
  readonly caseId: string
  readonly programme: Programme
  readonly programmeTitle: string
  readonly subjectId: string
  readonly householdId: string | null
  readonly period: number
  readonly county: string
  readonly countyName: string
  readonly entitledFrom: BusinessDate | null
  readonly amount: string | null
  readonly paidFrom: BusinessDate | null
  readonly paidAmount: string
  readonly step: Step
  readonly stepTitle: string
  readonly stepFrom: BusinessDate | null
  readonly due: BusinessDate | null
  readonly waitingDays: number | null
  readonly why: string | null
  readonly flags: readonly string[]
  readonly maskedName: string
  readonly maskedIdentityNumber: string
  readonly version: number
}

export interface Payment {
  readonly date: BusinessDate
  readonly amount: string
  readonly term: string
  readonly returned: BusinessDate | null
  readonly by: string | null
  readonly batchId: string | null
  readonly importId: string | null
}

export interface Taken {
  readonly from: BusinessDate
  readonly step: Step
  readonly title: string
  readonly by: string | null
  readonly reason: string
  readonly noticeEnds: BusinessDate | null
  readonly batchId: string | null
  readonly recordedAt: string | null
}

export interface CaseDetail extends Case {
  readonly payments: readonly Payment[]
  readonly steps: readonly Taken[]
  readonly next: readonly Step[]
}

export interface CasePage extends Page<Case> {
  readonly asOf: BusinessDate
}

/** Who waits in one county, whoever has waited longest first. */
export interface InCounty {
  readonly county: string
  readonly countyName: string
  readonly waiting: number
  readonly amount: string
  readonly oldest: BusinessDate
  readonly days: number
  readonly stuck: number
}

export interface Waiting {
  readonly asOf: BusinessDate
  readonly programme: Programme
  readonly period: number
  readonly waiting: number
  readonly amount: string
  readonly counties: readonly InCounty[]
}

export interface AtStep {
  readonly programme: Programme
  readonly step: Step
  readonly title: string
  readonly cases: number
  readonly stuck: number
}

/** What a step taken with many cases did. */
export interface Outcome {
  readonly moved: number
  readonly refused: readonly { readonly code: string; readonly message: string; readonly messageEn: string; readonly count: number; readonly ids: readonly string[] }[]
}

export interface CaseFilter {
  readonly programme: string
  readonly period: string
  readonly county: string
  readonly step: string
  readonly flag: string
  readonly unpaid: string
  readonly stuck: string
  readonly q: string
}

export const filterNames = ['programme', 'period', 'county', 'step', 'flag', 'unpaid', 'stuck', 'q'] as const satisfies readonly (keyof CaseFilter)[]

/** The filter as an address carries it. */
export function filterIn(query: Readonly<Record<string, unknown>>): CaseFilter {
  const text = (name: keyof CaseFilter): string => (typeof query[name] === 'string' ? query[name] : '')
  return Object.fromEntries(filterNames.map((name) => [name, text(name)])) as unknown as CaseFilter
}

/** An address of a list, without what asks for nothing. */
export function queryOf(filter: Partial<CaseFilter>): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''))
}

const base = '/api/subsidy'
const pageSize = 50

export function fetchCases(filter: CaseFilter, after: string | null, signal: AbortSignal): Promise<CasePage> {
  return get<CasePage>(`${base}/cases`, { ...filter, q: filter.q.trim(), after, limit: pageSize } satisfies Query, signal)
}

/** The cases behind a figure. */
export function fetchRecords(indicator: string, county: string, asOf: BusinessDate, after: string | null, signal: AbortSignal): Promise<CasePage> {
  return get<CasePage>(`${base}/figures/${encodeURIComponent(indicator)}/records`, { county, asOf, after, limit: pageSize }, signal)
}

export function fetchCase(caseId: string): Promise<CaseDetail> {
  return get<CaseDetail>(`${base}/cases/${encodeURIComponent(caseId)}`)
}

export function fetchWaiting(programme: string, period: string, signal: AbortSignal): Promise<Waiting> {
  return get<Waiting>(`${base}/waiting`, { programme, period }, signal)
}

export async function fetchSteps(programme: string, period: string, signal: AbortSignal): Promise<readonly AtStep[]> {
  return (await get<{ readonly steps: readonly AtStep[] }>(`${base}/steps`, { programme, period }, signal)).steps
}

export interface Doing {
  readonly step: Step
  readonly reason: string | null
  readonly noticeEnds: BusinessDate | null
}

export function takeStep(caseId: string, doing: Doing, key: string): Promise<CaseDetail> {
  return write<CaseDetail>(`${base}/cases/${encodeURIComponent(caseId)}/steps`, doing, { key })
}

/** Takes a step with the cases chosen, or with all that the filter finds. */
export function takeSteps(chosen: { readonly ids: readonly string[] } | { readonly filter: CaseFilter }, doing: Doing, key: string): Promise<Outcome> {
  const which = 'ids' in chosen ? { ids: chosen.ids } : { filter: spoken(chosen.filter), county: chosen.filter.county || null }
  return write<Outcome>(`${base}/cases/steps`, { ...which, ...doing }, { key })
}

/** The filter as the service reads it from a body. */
function spoken(filter: CaseFilter): object {
  const told = (text: string): string | null => (text === '' ? null : text)
  return {
    programme: told(filter.programme),
    period: filter.period === '' ? null : Number(filter.period),
    step: told(filter.step),
    flag: told(filter.flag),
    unpaid: filter.unpaid === 'true' ? true : null,
    stuck: filter.stuck === 'true' ? true : null,
    q: told(filter.q.trim()),
  }
}

/** What may be done next, as it is offered: what leads to the payment first, then the ways out. */
export function inOrder(next: readonly Step[]): readonly Step[] {
  return steps.filter((step) => next.includes(step))
}
