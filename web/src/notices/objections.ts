import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'

export const objectionStates = ['OPEN', 'UPHELD', 'DISMISSED'] as const
export type ObjectionState = (typeof objectionStates)[number]

/** What somebody objected to a case on notice, and what became of it. */
export interface Objection {
  readonly id: string
  readonly caseId: string
  readonly county: string
  readonly text: string
  /** An instant. */
  readonly madeAt: string
  readonly state: ObjectionState
  readonly answer: string | null
  readonly decidedBy: string | null
}

export const tone: Readonly<Record<ObjectionState, string>> = { OPEN: 'warn', UPHELD: 'bad', DISMISSED: 'good' }

/** Oldest first; an empty text asks for all. */
export async function fetchObjections(state: string, caseId = ''): Promise<readonly Objection[]> {
  return (await get<{ readonly items: readonly Objection[] }>('/api/subsidy/objections', { state, caseId })).items
}

export function decideObjection(id: string, upheld: boolean, answer: string, key: string): Promise<Objection> {
  return write<Objection>(`/api/subsidy/objections/${id}/decide`, { upheld, answer }, { key })
}

/** The day an instant falls on in the city's time. */
export function dayOf(instant: string): BusinessDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(instant)) as BusinessDate
}

/** Whom a case is about: 人编号. */
export function subjectOf(caseId: string): string {
  return caseId.split('|')[1] ?? caseId
}
