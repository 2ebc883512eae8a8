import { get, post, transfer } from '../api/http'
import { ProblemError, problemOf } from '../api/problem'
import type { AlertState } from '../alerts/alerts'

export type ItemState = 'OPEN' | 'SUBMITTED' | 'VERIFIED' | 'CLOSED'
export type Step = 'ENTERED' | 'EVIDENCE' | 'SUBMITTED' | 'VERIFIED' | 'SENT_BACK' | 'CLOSED_OUT'

/** A problem in the rectification ledger. */
export interface Item {
  readonly id: number
  readonly county: string
  readonly name: string
  readonly problem: string
  readonly responsible: string
  readonly deadline: string
  readonly measures: string
  readonly state: ItemState
  readonly lateDays: number
  readonly escalation: 0 | 1 | 2
  readonly createdBy: string
  readonly submittedBy: string | null
  readonly verifiedBy: string | null
  readonly closedBy: string | null
  readonly closedOn: string | null
  readonly alert: { readonly id: number; readonly state: AlertState; readonly why: string; readonly whyEn: string; readonly clearSince: string | null; readonly closed: string | null } | null
  readonly steps: readonly { readonly step: Step; readonly actor: string; readonly note: string; readonly actedAt: string }[]
  readonly evidence: readonly { readonly id: number; readonly fileName: string; readonly size: number; readonly sha256: string; readonly uploadedBy: string }[]
}

export interface NewItemForm {
  readonly alert: number | null
  readonly county: string
  readonly problem: string
  readonly responsible: string
  readonly deadline: string
  readonly measures: string
}

export const ledgerPath = '/api/reporting/rectifications'
export const itemStates: readonly ItemState[] = ['OPEN', 'SUBMITTED', 'VERIFIED', 'CLOSED']
export const toneOf: Record<ItemState, string> = { OPEN: 'warn', SUBMITTED: 'info', VERIFIED: 'info', CLOSED: 'good' }

export const fetchItems = async (state: string, signal?: AbortSignal): Promise<readonly Item[]> => (await get<{ readonly items: readonly Item[] }>(ledgerPath, { state }, signal)).items
export const fetchItem = (id: string, signal?: AbortSignal): Promise<Item> => get(`${ledgerPath}/${id}`, {}, signal)
export const enter = (form: NewItemForm): Promise<Item> => post(ledgerPath, form)
export const take = (id: number, step: 'submit' | 'verify' | 'send-back' | 'close-out', body: object): Promise<Item> => post(`${ledgerPath}/${id}/${step}`, body)

export async function addEvidence(id: number, file: File): Promise<Item> {
  const { status, body } = await transfer(`${ledgerPath}/${id}/evidence?fileName=${encodeURIComponent(file.name)}`, file, { 'Content-Type': 'application/octet-stream' }, () => {})
  if (status >= 300) throw new ProblemError(problemOf(status, body))
  return body as Item
}

/** What a reader may do next with an item: whoever submitted it neither verifies nor closes it. */
export function nextSteps(item: Item, reader: string, directs: boolean): readonly ('submit' | 'verify' | 'send-back' | 'close-out')[] {
  if (item.state === 'OPEN') return ['submit']
  if (!directs || item.state === 'CLOSED') return []
  const other = item.submittedBy !== reader
  if (item.state === 'SUBMITTED') return other ? ['verify', 'send-back'] : ['send-back']
  return other ? ['close-out', 'send-back'] : ['send-back']
}
