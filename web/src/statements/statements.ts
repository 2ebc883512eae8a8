import { get, write } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Attempt } from '../forms/WriteForm.vue'
import { fenOf } from '../money/yuan'

export type StatementState = 'DRAFT' | 'REVIEWED' | 'CLOSED'

/** What a bank is paid for the loans of a county in a quarter; yuan with two decimals. */
export interface Statement {
  readonly id: string
  readonly bank: string
  readonly county: string
  readonly countyName: string
  /** Written 2024Q2. */
  readonly quarter: string
  /** The last day reckoned with. */
  readonly until: BusinessDate
  readonly state: StatementState
  readonly loans: number
  readonly interest: string
  /** To what was claimed for closed quarters before. */
  readonly differences: string
  readonly amount: string
  readonly reviewedBy?: string
  readonly reviewedAt?: string
  readonly closedBy?: string
  readonly closedAt?: string
  readonly version: number
}

export interface StatementLine {
  readonly quarter: string
  readonly kind: 'INTEREST' | 'DIFFERENCE'
  readonly loanId: string
  readonly householdId: string
  readonly days: number
  readonly averageBalance: string
  readonly rate: string
  readonly amount: string
}

export interface StatementDetail {
  readonly statement: Statement
  readonly changedSinceReview: boolean
  readonly lines: readonly StatementLine[]
}

const base = '/api/credit/statements'
const path = (id: string): string => `${base}/${encodeURIComponent(id)}`

export async function fetchStatements(quarter: string, bank: string, county: string, signal: AbortSignal): Promise<readonly Statement[]> {
  return (await get<{ readonly items: readonly Statement[] }>(base, { quarter, bank, county }, signal)).items
}

export function fetchStatement(id: string): Promise<StatementDetail> {
  return get<StatementDetail>(path(id))
}

export function sheetOf(id: string): string {
  return `${path(id)}/csv`
}

export type Step = 'review' | 'close'

export function take(step: Step, { id, version }: Statement, { key }: Attempt): Promise<Statement> {
  return write<Statement>(`${path(id)}/${step}`, {}, { key, version })
}

const written = /^(\d{4})Q([1-4])$/

/** The quarter a day lies in. */
export function quarterOf(day: BusinessDate): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** A quarter out of an address; null when it is none. */
export function quarterFrom(text: unknown): string | null {
  return typeof text === 'string' && written.test(text) ? text : null
}

/** The quarter so many before or after another. */
export function plusQuarters(quarter: string, quarters: number): string {
  const [, year = '', place = ''] = written.exec(quarter) ?? []
  const count = Number(year) * 4 + Number(place) - 1 + quarters
  return `${Math.floor(count / 4)}Q${(count % 4) + 1}`
}

/** The first day of a quarter. */
export function beginning(quarter: string): BusinessDate {
  const [, year = '', place = ''] = written.exec(quarter) ?? []
  return `${year}-${String((Number(place) - 1) * 3 + 1).padStart(2, '0')}-01`
}

/** Whether a quarter is over on a day, so that it can be reviewed. */
export function isOver(quarter: string, today: BusinessDate): boolean {
  return beginning(plusQuarters(quarter, 1)) <= today
}

/** What may be done next with a statement, and by whom not: the reviewer does not close. */
export function nextStep(statement: Statement, today: BusinessDate, user: string): Step | null {
  if (statement.state === 'DRAFT') return isOver(statement.quarter, today) ? 'review' : null
  return statement.state === 'REVIEWED' && statement.reviewedBy !== user ? 'close' : null
}

/** The sum of amounts, to the fen. */
export function total(amounts: readonly string[]): string {
  const fen = amounts.reduce((sum, amount) => sum + fenOf(amount), 0)
  const text = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`
}

/** The statements of each bank, in the order they came. */
export function byBank(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const banks = [...new Set(statements.map(({ bank }) => bank))]
  return new Map(banks.map((bank) => [bank, statements.filter((each) => each.bank === bank)]))
}
