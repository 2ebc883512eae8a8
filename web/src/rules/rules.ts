import { get, post, write } from '../api/http'
import type { Severity } from '../alerts/alerts'

export const kinds = ['THRESHOLD', 'AGAINST_CITY', 'ON_MONTH', 'BEHIND_CALENDAR', 'AFTER_DEADLINE', 'NOT_REPORTED', 'DISAGREEMENT', 'FEED', 'LEDGERS'] as const
export type Kind = (typeof kinds)[number]

/** When a rule fires, in the service's shape; what a kind does not use is left out. */
export interface Condition {
  readonly kind: Kind
  readonly figure?: string
  readonly other?: string
  readonly side?: 'ABOVE' | 'BELOW'
  readonly change?: 'ROSE' | 'FELL' | 'UNCHANGED'
  readonly line?: number
  readonly severe?: number
  readonly asked?: number
  readonly deadline?: string
}

export interface Rule {
  readonly code: string
  readonly version: number
  readonly name: string
  readonly nameEn: string
  readonly severity: Severity
  readonly clearDays: number
  readonly enabled: boolean
  readonly condition: Condition
  readonly changedBy: string
  readonly changedAt: string
}

export interface BackTest {
  readonly from: string
  readonly to: string
  readonly counties: number
  readonly openToday: number
  readonly alerts: number
  readonly units: readonly { readonly county: string; readonly name: string; readonly alerts: readonly { readonly opened: string; readonly closed: string | null; readonly severity: Severity; readonly why: string; readonly whyEn: string }[] }[]
  readonly objection: string | null
}

type Fields = readonly (keyof Omit<Condition, 'kind'>)[]

/** What each kind of condition asks for. */
export const fieldsOf: Record<Kind, Fields> = {
  THRESHOLD: ['figure', 'side', 'line', 'severe', 'asked'],
  AGAINST_CITY: ['figure', 'side', 'line'],
  ON_MONTH: ['figure', 'change', 'line'],
  BEHIND_CALENDAR: ['figure', 'line'],
  AFTER_DEADLINE: ['figure', 'line', 'deadline'],
  NOT_REPORTED: ['figure'],
  DISAGREEMENT: ['figure', 'other', 'line'],
  FEED: [],
  LEDGERS: [],
}

/** A condition without what its kind does not use. */
export function trimmed(condition: Condition): Condition {
  const used: Fields = fieldsOf[condition.kind]
  const kept = Object.entries(condition).filter(([name, value]) => (name === 'kind' || (used as readonly string[]).includes(name)) && value !== undefined && value !== null && (value as unknown) !== '')
  return Object.fromEntries(kept) as unknown as Condition
}

const path = '/api/reporting/rules'
export const fetchRules = (signal?: AbortSignal): Promise<readonly Rule[]> => get(path, {}, signal)
export const backTest = (rule: object): Promise<BackTest> => post(`${path}/back-test`, rule)

/** Saves a rule's next version, or its first; refused with a problem where the back-test objects. */
export const save = (rule: Pick<Rule, 'code' | 'version'> & object): Promise<{ readonly rule: Rule; readonly backTest: BackTest }> =>
  rule.version === 0 ? post(path, rule) : write(`${path}/${rule.code}`, rule, { method: 'PUT', key: `${rule.code}/${rule.version}` })
