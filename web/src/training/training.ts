import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Attempt } from '../forms/WriteForm.vue'
import type { Page } from '../paging/usePages'
import { told } from '../workers/desk'

/** A training session. */
export interface Course {
  readonly id: string
  readonly county: string
  readonly countyName: string
  readonly trade: string
  readonly organiser: string
  readonly beginsOn: BusinessDate
  readonly endsOn: BusinessDate | null
  readonly attendance: number
}

export interface Attendant {
  readonly personId: string
  readonly householdId: string | null
  readonly maskedName: string
  readonly maskedIdentityNumber: string
  /** Whether the person stands in the register, in a county the reader may see. */
  readonly registered: boolean
}

const base = '/api/employment/trainings'

export function fetchCourses(county: string, trade: string, after: string | null, signal: AbortSignal): Promise<Page<Course>> {
  return get<Page<Course>>(base, { county, trade, after, limit: 50 }, signal)
}

export function fetchAttendants(id: string, after: string | null, signal: AbortSignal): Promise<Page<Attendant>> {
  return get<Page<Attendant>>(`${base}/${id}/people`, { after, limit: 50 }, signal)
}

export function addCourse(draft: { readonly people: string }, { key }: Attempt): Promise<Course> {
  return write<Course>(base, { ...told(draft), people: codesIn(draft.people) }, { key })
}

export function addAttendants(id: string, people: string, { key }: Attempt): Promise<Course> {
  return write<Course>(`${base}/${id}/people`, { people: codesIn(people) }, { key })
}

/** Takes somebody off the list. */
export function removeAttendant(id: string, personId: string, key: string): Promise<Course> {
  return write<Course>(`${base}/${id}/people/${encodeURIComponent(personId)}`, {}, { method: 'DELETE', key })
}

/** Person codes as somebody pastes them, each once. */
export function codesIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,，;；、]+/).filter((code) => code !== ''))]
}
