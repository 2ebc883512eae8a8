import { get, transfer, write } from '../api/http'
import { ProblemError, problemOf } from '../api/problem'
import type { BusinessDate } from '../calendar/dates'
import type { Attempt } from '../forms/WriteForm.vue'

export const statuses = ['ACCEPTED', 'UNCHANGED', 'HELD', 'REFUSED', 'QUEUED'] as const
export type Status = (typeof statuses)[number]

export interface Rows {
  readonly total: number
  readonly applied: number
  readonly unchanged: number
  readonly refused: number
}

/** A feed as it came in; without day and number while it waits, or when its header could not be read. */
export interface Feed {
  readonly id: string
  readonly bank?: string
  readonly businessDate?: BusinessDate
  readonly sequence?: number
  readonly supplement: boolean
  readonly status: Status
  readonly door: string
  readonly fileName: string
  readonly receivedAt: string
  readonly finishedAt?: string
  readonly size: number
  readonly rows: Rows
}

export interface Refusal {
  readonly line: number
  readonly field: string
  readonly code: string
  readonly message: string
  readonly messageEn: string
  readonly maskedValue: string
}

interface Change {
  readonly before: string
  readonly after: string
}

interface Stand {
  readonly balance: string
  readonly overdue: string
  readonly due: BusinessDate
  readonly status: string
}

/** What a correction changed on its day. */
export interface Differences {
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly outstanding: Change
  readonly overdue: Change
  readonly examples: readonly { readonly loanId: string; readonly before?: Stand; readonly after?: Stand }[]
}

/** What a bank is answered; signed by the service. */
export interface Receipt {
  readonly id: string
  readonly status: Exclude<Status, 'QUEUED'>
  readonly receivedAt: string
  readonly sha256: string
  readonly message: string
  readonly messageEn: string
  readonly rows: Rows
  readonly refusals: readonly Refusal[]
  readonly flags: Readonly<Record<string, number>>
  readonly bank?: string
  readonly businessDate?: BusinessDate
  readonly sequence?: number
  readonly supplement?: boolean
  readonly fingerprint?: string
  readonly totals?: { readonly outstanding: string; readonly overdue: string }
  /** The feed whose position this one replaced. */
  readonly corrects?: string
  readonly differences?: Differences
  /** The running number that should have come. */
  readonly expectedSequence?: number
  /** The feed that brought the same content before. */
  readonly sameAs?: string
  readonly keyId: string
  readonly signature: string
}

/** A feed that is not answered yet. */
export interface Waiting {
  readonly id: string
  readonly status: 'QUEUED'
}

interface FeedPage {
  readonly items: readonly Feed[]
  readonly next: string | null
}

const largestPage = 200
const mostPages = 20

/** All feeds of the days asked for, newest first. */
export async function fetchFeeds(from: BusinessDate, to: BusinessDate, signal: AbortSignal): Promise<readonly Feed[]> {
  const found: Feed[] = []
  let after: string | null = null
  for (let page = 0; page < mostPages; page++) {
    const answer: FeedPage = await get<FeedPage>('/api/credit/feeds', { from, to, after, limit: largestPage }, signal)
    found.push(...answer.items)
    after = answer.next
    if (after === null) break
  }
  return found
}

/** The latest feeds whatever their day, those without a readable header among them. */
export async function fetchLatest(limit: number, signal: AbortSignal): Promise<readonly Feed[]> {
  return (await get<FeedPage>('/api/credit/feeds', { limit }, signal)).items
}

export function fetchReceipt(id: string): Promise<Receipt | Waiting> {
  return get<Receipt | Waiting>(`/api/credit/feeds/${encodeURIComponent(id)}`)
}

/** A person's word on a feed that is held; answers with its receipt. */
export function decide(word: 'confirm' | 'decline', id: string, note: string, { key }: Attempt): Promise<Receipt> {
  return write<Receipt>(`/api/credit/feeds/${encodeURIComponent(id)}/${word}`, { note }, { key })
}

export function refusedRowsPath(id: string): string {
  return `/api/credit/feeds/${encodeURIComponent(id)}/refused`
}

export function isAnswered(answer: Receipt | Waiting): answer is Receipt {
  return answer.status !== 'QUEUED'
}

/** Delivers a feed with its detached signature (base64); a refusal is an answer too, with a receipt of its own. */
export async function deliver(file: File, signature: string, onSent: (share: number) => void): Promise<Receipt | Waiting> {
  const name = /^[\x20-\x7e]*$/.test(file.name) ? file.name : ''
  const headers = { 'Content-Type': 'application/octet-stream', 'X-Feed-Signature': signature, 'X-Feed-Name': name }
  const { status, body } = await transfer('/api/credit/feeds', file, headers, onSent)
  const refused = (body as { readonly receipt?: Receipt } | null)?.receipt
  if (refused !== undefined) return refused
  if (status >= 300) throw new ProblemError(problemOf(status, body))
  return body as Receipt | Waiting
}

/** A signature file's content as base64: 64 raw bytes, or the text itself. */
export function signatureText(bytes: Uint8Array): string {
  if (bytes.length === 64) return btoa(String.fromCharCode(...bytes))
  return new TextDecoder().decode(bytes).replace(/\s/g, '')
}

/** Whether a text can be an Ed25519 signature: base64 of 64 bytes. */
export function isSignature(text: string): boolean {
  return /^[A-Za-z0-9+/]{86}==$/.test(text.trim())
}
