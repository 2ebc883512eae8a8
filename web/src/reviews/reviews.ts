import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Written } from '../workers/desk'

export const states = ['PENDING', 'APPROVED', 'SENT_BACK', 'WITHDRAWN'] as const
export type ReviewState = (typeof states)[number]

/** A change of a closed month that a second person decides on. */
export interface Review {
  readonly id: string
  readonly state: ReviewState
  readonly action: string
  /** The record it is about: `worker:P1`, `household:H1`. */
  readonly subject: string
  readonly counties: readonly string[]
  readonly firstDay: BusinessDate
  readonly reason: string
  readonly requestedBy: string
  readonly requestedAt: string
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly answer: string | null
}

export interface Opened {
  readonly review: Review
  /** Absent once it is decided, or where the record has changed meanwhile. */
  readonly preview: Written | null
}

const base = '/api/employment/reviews'

export async function fetchReviews(state: ReviewState): Promise<readonly Review[]> {
  return (await get<{ readonly items: readonly Review[] }>(base, { state, limit: 200 })).items
}

export function openReview(id: string): Promise<Opened> {
  return get<Opened>(`${base}/${id}`)
}

export function decide(id: string, how: 'approve' | 'send-back' | 'withdraw', reason: string, key: string): Promise<object> {
  return write<object>(`${base}/${id}/${how}`, how === 'send-back' ? { reason } : {}, { key })
}

/** The page of the record a review is about. */
export function recordOf(subject: string): { readonly name: string; readonly params: Readonly<Record<string, string>>; readonly id: string } {
  const [kind = '', ...rest] = subject.split(':')
  const id = rest.join(':')
  return kind === 'household' ? { name: 'household', params: { householdId: id }, id } : { name: 'worker', params: { personId: id }, id }
}
