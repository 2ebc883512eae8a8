import type { FieldFault, Problem } from '../api/problem'

/** A figure that a change moves. */
export interface Effect {
  readonly county: string
  readonly name: string
  readonly indicator: string
  readonly asOf: string
  readonly before: number | string | null
  readonly after: number | string | null
  /** In Chinese: 嵩明县 完成率 86.78% → 86.83%. */
  readonly text: string
}

/** Answers the key of a submission: the same while its content is, a new one for the next. */
export function submissionKeys(newKey: () => string = randomKey): { of(content: unknown): string; spent(): void } {
  let known: { readonly text: string; readonly key: string } | null = null
  return {
    of(content) {
      const text = JSON.stringify(content)
      if (known?.text !== text) known = { text, key: newKey() }
      return known.key
    },
    spent() {
      known = null
    },
  }
}

/** 128 random bits in hex; `randomUUID` wants a secure context, an office's intranet may have none. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What is wrong field by field: the problem's list, or the one field it names. */
export function faultsOf(problem: Problem | null): readonly FieldFault[] {
  if (problem === null) return []
  if (problem.errors !== undefined && problem.errors.length > 0) return problem.errors
  if (problem.field === undefined) return []
  return [{ field: problem.field, message: problem.detail || problem.title, ...(problem.detailEn === undefined ? {} : { messageEn: problem.detailEn }) }]
}

/** The draft on top of a newer record: fields the writer left alone follow the record. */
export function rebased<T extends object>(draft: T, before: T, now: T): T {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
  return Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, same(value, before[name as keyof T]) ? now[name as keyof T] : value])) as T
}

/** Blank texts as nothing, the rest without spaces around it. */
export function told(text: string): string | null {
  const stripped = text.trim()
  return stripped === '' ? null : stripped
}
