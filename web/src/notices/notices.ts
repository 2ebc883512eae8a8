import { get, post } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Page } from '../paging/usePages'

/** Somebody on public notice, masked. */
export interface Notice {
  readonly caseId: string
  readonly programme: string
  readonly who: string
  readonly county: string
  readonly countyName: string
  readonly period: number
  readonly amount: string | null
  readonly from: BusinessDate
  /** The last day on which to object. */
  readonly ends: BusinessDate
}

export function fetchNotices(county: string, after: string | null, signal: AbortSignal): Promise<Page<Notice>> {
  return get<Page<Notice>>('/api/subsidy/notices', { county, after, limit: 50 }, signal)
}

export function objectTo(caseId: string, text: string): Promise<{ readonly id: string }> {
  return post<{ readonly id: string }>('/api/subsidy/notices/objections', { caseId, text })
}
