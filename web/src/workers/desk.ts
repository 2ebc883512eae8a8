import { write } from '../api/http'
import type { Warning } from '../api/problem'
import type { Effect } from '../forms/submission'
import type { Attempt } from '../forms/WriteForm.vue'
import type { Spell, WorkerDetail } from './workers'

export type Outcome = 'APPLIED' | 'UNCHANGED' | 'PENDING_REVIEW' | 'PREVIEW'

/** The answer to every write about a person or a household. */
export interface Written {
  readonly outcome: Outcome
  readonly worker?: WorkerDetail
  readonly review?: { readonly id: string }
  readonly effects: readonly Effect[]
  readonly warnings: readonly Warning[]
  readonly flags: readonly string[]
  readonly needsReview: boolean
  readonly closedBefore: string
}

/** A spell as a form holds it; '' for what is not told. */
export interface SpellDraft {
  start: string
  end: string
  area: string
  province: string
  employer: string
  post: string
  monthlyWage: string
  sector: string
}

const spellFields = ['start', 'end', 'area', 'province', 'employer', 'post', 'monthlyWage', 'sector'] as const satisfies readonly (keyof SpellDraft)[]

export function spellDraft(spell: Partial<Spell> = {}): SpellDraft {
  return Object.fromEntries(spellFields.map((name) => [name, spell[name] ?? ''])) as unknown as SpellDraft
}

/** A form's texts as the service reads them: nothing instead of ''. */
export function told<T extends object>(draft: T): { [K in keyof T]: T[K] | null } {
  return Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, typeof value === 'string' && value.trim() === '' ? null : value])) as { [K in keyof T]: T[K] | null }
}

/** What edits of a person start from. */
export interface WorkerDraft {
  township: string
  village: string
  name: string
  identityNumber: string
  category: string
  labour: string
  wishToWork: '' | 'true' | 'false'
  spells: SpellDraft[]
}

export function workerDraft(worker: WorkerDetail | null): WorkerDraft {
  return {
    township: worker?.township ?? '',
    village: worker?.village ?? '',
    name: '',
    identityNumber: '',
    category: worker?.category ?? '',
    labour: worker?.labour ?? '',
    wishToWork: worker?.wishToWork == null ? '' : worker.wishToWork ? 'true' : 'false',
    spells: (worker?.spells ?? []).map(spellDraft),
  }
}

export function workerBody(draft: WorkerDraft): object {
  return { ...told({ ...draft, wishToWork: '' }), wishToWork: draft.wishToWork === '' ? null : draft.wishToWork === 'true', spells: draft.spells.map(told) }
}

/** The places, in the record's list, of the spells that are open on the day: those that can be ended. */
export function openSpells(spells: readonly Spell[], today: string): readonly number[] {
  return spells.flatMap((spell, place) => (spell.end == null || spell.end > today ? [place] : []))
}

const base = '/api/employment/workers'

/** Hands in what a form about a person holds; `action` is '' for the record itself. */
export function writeWorker(worker: WorkerDetail, action: string, body: object, { key, preview, confirm }: Attempt): Promise<Written> {
  const path = `${base}/${encodeURIComponent(worker.personId)}${action === '' ? '' : `/${action}`}`
  return write<Written>(path, body, { method: action === '' ? 'PUT' : 'POST', key, version: worker.version, query: { preview: preview || null, confirm } })
}

export function createWorker(body: object, { key, preview, confirm }: Attempt): Promise<Written> {
  return write<Written>(base, body, { key, query: { preview: preview || null, confirm } })
}

export function historyPath(personId: string): string {
  return `${base}/${encodeURIComponent(personId)}/history`
}
