import { get } from '../api/http'
import type { BusinessDate } from '../calendar/dates'

/** One change of a record, newest first in lists. */
export interface HistoryEntry {
  readonly version: number
  readonly recordedAt: string
  readonly businessDate: BusinessDate
  readonly action: string
  readonly by: string
  readonly approvedBy: string | null
  readonly reason: string | null
  readonly importId: string | null
  readonly fileName: string | null
  readonly changes: readonly FieldChange[]
}

export interface FieldChange {
  readonly field: string
  readonly old: unknown
  readonly new: unknown
}

export async function fetchHistory(path: string): Promise<readonly HistoryEntry[]> {
  return (await get<{ readonly entries: readonly HistoryEntry[] }>(path)).entries
}

/** Words for what records hold; `word` answers undefined for what it does not know. */
export interface Words {
  readonly word: (value: string) => string | undefined
  readonly nothing: string
  readonly yes: string
  readonly no: string
  readonly open: string
  readonly fromStart: string
}

/** A value of a record as a person reads it; lists as lines. */
export function linesOf(value: unknown, words: Words): readonly string[] {
  if (Array.isArray(value)) return value.map((element) => textOf(element, words))
  const text = textOf(value, words)
  return text === '' ? [] : [text]
}

function textOf(value: unknown, words: Words): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value !== 'object') return words.word(String(value)) ?? String(value)
  const parts = value as Record<string, unknown>
  const said = (name: string): string => textOf(parts[name], words)
  if ('start' in parts) {
    const wage = said('monthlyWage') === '' ? '' : `${said('monthlyWage')} 元/月`
    return [`${said('start')} – ${said('end') || words.open}`, said('area'), said('province'), said('employer'), parts['post'] === 'ORDINARY' ? '' : said('post'), wage].filter((part) => part !== '').join(' · ')
  }
  if ('county' in parts) return `${said('from') || words.fromStart} ${said('county')}`
  if ('netIncome' in parts) return `${said('year')} · ${said('netIncome')} 元`
  if ('from' in parts && 'value' in parts) return `${said('from')} · ${said('value') || words.nothing}`
  return Object.entries(parts).map(([name, part]) => `${name} ${textOf(part, words)}`).join(' · ')
}
