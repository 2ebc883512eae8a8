import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Effect } from '../forms/submission'
import type { Attempt } from '../forms/WriteForm.vue'
import { told } from '../workers/desk'

/** How many people of a county are to be in work in a year. */
export interface Target {
  readonly county: string
  readonly countyName: string
  readonly year: number
  /** As of today; null: none set. */
  readonly value: string | null
  readonly deadline: BusinessDate
  /** 0 where there never was one. */
  readonly version: number
  readonly history: readonly { readonly from: BusinessDate; readonly value: string | null }[]
}

export interface TargetSet {
  readonly target: Target
  readonly effects: readonly Effect[]
}

export interface TargetDraft {
  value: string
  deadline: string
  from: string
  reason: string
}

const base = '/api/employment/targets'

export async function fetchTargets(year: number): Promise<readonly Target[]> {
  return (await get<{ readonly items: readonly Target[] }>(base, { year })).items
}

export function setTarget(target: Target, draft: TargetDraft, { key, preview }: Attempt): Promise<TargetSet> {
  return write<TargetSet>(`${base}/${target.county}/${target.year}`, told(draft), { method: 'PUT', key, version: target.version, query: { preview: preview || null } })
}

export function historyPath(target: Target): string {
  return `${base}/${target.county}/${target.year}/history`
}
