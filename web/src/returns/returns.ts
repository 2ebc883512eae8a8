import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Attempt } from '../forms/WriteForm.vue'
import type { Page } from '../paging/usePages'
import type { Worker } from '../workers/workers'

export const states = ['TO_CONTACT', 'CONTACTED', 'OFFERED', 'DECLINED', 'RE_EMPLOYED'] as const
export type ReturnState = (typeof states)[number]
export const outcomes = ['CONTACTED', 'OFFERED', 'DECLINED'] as const
export type Outcome = (typeof outcomes)[number]

/** A talk with somebody who came back. */
export interface Contact {
  readonly contactedOn: BusinessDate
  readonly outcome: Outcome
  readonly note: string | null
  readonly by: string
  readonly recordedAt: string
}

/** Somebody who came back and lost the job. */
export interface Return extends Worker {
  /** First day without work. */
  readonly returnedOn: BusinessDate
  readonly days: number
  readonly state: ReturnState
  readonly reEmployedOn: BusinessDate | null
  readonly lastContact: Contact | null
}

export interface ReturnPage extends Page<Return> {
  /** How many there are in each state; with the first page only. */
  readonly states?: Readonly<Record<ReturnState, number>>
}

const base = '/api/employment/returns'

export function fetchReturns(county: string, state: string, after: string | null, signal?: AbortSignal, limit = 50): Promise<ReturnPage> {
  return get<ReturnPage>(base, { county, state, after, limit }, signal)
}

export async function fetchContacts(personId: string): Promise<readonly Contact[]> {
  return (await get<{ readonly contacts: readonly Contact[] }>(`${base}/${encodeURIComponent(personId)}/contacts`)).contacts
}

export function addContact(personId: string, body: object, { key }: Attempt): Promise<Contact> {
  return write<Contact>(`${base}/${encodeURIComponent(personId)}/contacts`, body, { key })
}

/** How the colour tells it: who waits for us, who is on the way, who is done. */
export const tone: Readonly<Record<ReturnState, string>> = { TO_CONTACT: 'bad', CONTACTED: 'warn', OFFERED: 'info', DECLINED: '', RE_EMPLOYED: 'good' }
