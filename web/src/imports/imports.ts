import { get, upload, urlOf } from '../api/http'
import type { BusinessDate } from '../calendar/dates'

export const kinds = ['workers', 'households', 'survey', 'trainees', 'businesses', 'targets', 'students', 'transport-payments', 'verification-calls'] as const
export type Kind = (typeof kinds)[number]

/** The service that takes a file in; a targets file goes to each in turn, and each takes its own rows. */
export type Department = 'employment' | 'credit' | 'subsidy'

export const kindsOf: Record<Department, readonly [Kind, ...Kind[]]> = {
  employment: ['workers', 'households', 'survey', 'trainees', 'businesses', 'targets'],
  credit: ['targets'],
  subsidy: ['students', 'transport-payments', 'verification-calls'],
}

/** What to do with a person or household that a file puts in another county (DOMAIN.md § 4). */
export const countyChanges = ['move', 'correct', 'refuse'] as const
export type CountyChange = (typeof countyChanges)[number]

export type Status = 'RECEIVING' | 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'REFUSED' | 'FAILED'

/** Rows of the file; total = applied + unchanged + skipped + rejected. */
export interface RowCounts {
  readonly total: number
  readonly applied: number
  readonly unchanged: number
  readonly skipped: number
  readonly rejected: number
}

export interface RejectReason {
  readonly code: string
  readonly message: string
  readonly rows: number
  readonly example?: { readonly line: number; readonly field?: string | null; readonly value?: string | null } | null
}

/** An import as its department's service tells it. */
export interface Import {
  readonly id: string
  readonly kind: string
  readonly fileName: string
  readonly sha256: string
  readonly status: Status
  readonly dryRun: boolean
  readonly asOf: BusinessDate
  readonly uploadedBy: string
  readonly uploadedAt: string
  readonly progress: { readonly phase: 'READING' | 'APPLYING' | 'DONE'; readonly rowsRead: number } | null
  readonly rows: RowCounts
  readonly flags: Readonly<Record<string, number>>
  readonly changes?: readonly { readonly county: string; readonly added: number; readonly changed: number }[]
  readonly rejectReasons?: readonly RejectReason[]
  readonly message: string | null
}

/** How a file is to be read. */
export interface Handling {
  readonly kind: Kind
  readonly asOf: BusinessDate
  readonly countyChange: CountyChange
}

const base = (department: Department): string => `/api/${department}/imports`

export function isOver(status: Status): boolean {
  return status === 'COMPLETED' || status === 'REFUSED' || status === 'FAILED'
}

/** Hands a file in and answers the import's id. */
export async function handIn(file: File, handling: Handling, dryRun: boolean, onSent: (share: number) => void, department: Department): Promise<string> {
  const { body, location } = await upload<{ readonly id?: string }>(urlOf(base(department), { ...handling, dryRun }), file, onSent)
  const id = body?.id ?? location?.split('/').at(-1)
  if (id === undefined) throw new Error('the answer names no import')
  return id
}

export function fetchImport(id: string, department: Department = 'employment'): Promise<Import> {
  return get<Import>(`${base(department)}/${encodeURIComponent(id)}`)
}

/** The latest imports, newest first. */
export async function fetchImports(limit: number, department: Department = 'employment'): Promise<readonly Import[]> {
  const answer = await get<readonly Import[] | { readonly items: readonly Import[] }>(base(department), { limit })
  return 'items' in answer ? answer.items : answer
}

export function templateUrl(kind: Kind, department: Department): string {
  return urlOf(`${base(department)}/template`, { kind })
}

export function rejectsUrl(id: string, department: Department): string {
  return `${base(department)}/${encodeURIComponent(id)}/rejects`
}

/** SHA-256 in hex, or null where the page has no secure context to compute it in. */
export async function sha256Of(file: File): Promise<string | null> {
  if (globalThis.crypto?.subtle === undefined) return null
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
