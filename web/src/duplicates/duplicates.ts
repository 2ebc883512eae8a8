import { get } from '../api/http'
import type { Page } from '../paging/usePages'
import type { Worker, WorkerDetail } from '../workers/workers'

/** Records that are probably of one person. */
export interface Group {
  readonly people: readonly Worker[]
}

export function fetchDuplicates(county: string, after: string | null, signal: AbortSignal): Promise<Page<Group>> {
  return get<Page<Group>>('/api/employment/duplicates', { county, after, limit: 50 }, signal)
}

/** The fields compared, with whether the records differ in each. */
export function compared(records: readonly WorkerDetail[]): readonly { readonly field: keyof WorkerDetail; readonly differs: boolean }[] {
  const fields = ['maskedName', 'maskedIdentityNumber', 'householdId', 'countyName', 'township', 'village', 'category', 'labour'] as const
  return fields.map((field) => ({ field, differs: new Set(records.map((record) => record[field] ?? '')).size > 1 }))
}

/** The record a clerk would keep: the one with the most spells, then the one registered first. */
export function proposed(records: readonly WorkerDetail[]): string {
  const [best] = [...records].sort((one, other) => other.spells.length - one.spells.length || (one.personId < other.personId ? -1 : 1))
  return best?.personId ?? ''
}
