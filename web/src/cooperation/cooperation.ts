import { get, write } from '../api/http'
import type { Attempt } from '../forms/WriteForm.vue'
import { told } from '../workers/desk'

/** People of a county (or the city) to be in work in a province. */
export interface Goal {
  readonly county: string
  readonly countyName: string
  readonly province: string
  readonly target: number | null
  readonly working: number
  /** Per cent, two decimals; null without a target or for one of zero. */
  readonly completionRate: string | null
}

const base = '/api/employment/cooperation'

export async function fetchGoals(year: number): Promise<readonly Goal[]> {
  return (await get<{ readonly goals: readonly Goal[] }>(base, { year })).goals
}

export function setGoal(draft: { readonly persons: string; readonly year: number }, { key }: Attempt): Promise<object> {
  return write<object>(base, { ...told(draft), persons: draft.persons.trim() === '' ? null : Number(draft.persons) }, { key })
}
