import { get, transfer, write } from '../api/http'
import { ProblemError, problemOf } from '../api/problem'
import type { BusinessDate } from '../calendar/dates'

export type BatchState = 'OPEN' | 'SEALED' | 'CLOSED' | 'WITHDRAWN'

/** A payment batch; money in yuan with two decimals. */
export interface Batch {
  readonly id: string
  readonly number: string
  readonly programme: string
  readonly county: string | null
  readonly period: number | null
  readonly term: string
  readonly state: BatchState
  readonly madeOn: BusinessDate
  readonly lines: number
  readonly amount: string
  readonly paid: number
  readonly returned: number
  /** Lines the bank has not answered. */
  readonly waiting: number
  /** Of the file, once sealed. */
  readonly sha256: string | null
  readonly createdBy: string
  readonly createdAt: string
  readonly sealedBy: string | null
  readonly sealedAt: string | null
  readonly version: number
}

export interface Returned {
  readonly line: number
  readonly caseId: string
  readonly county: string
  readonly amount: string
  readonly reason: string
}

export interface BatchDetail {
  readonly batch: Batch
  readonly returned: readonly Returned[]
}

export interface NewBatch {
  readonly programme: string
  readonly county: string | null
  readonly period: number | null
  readonly term: string | null
}

/** What a file of results changed. */
export interface Results {
  readonly batch: Batch
  readonly paid: number
  readonly returned: number
  readonly unchanged: number
}

const base = '/api/subsidy/batches'

export async function fetchBatches(): Promise<readonly Batch[]> {
  return (await get<{ readonly items: readonly Batch[] }>(base)).items
}

export function fetchBatch(id: string): Promise<BatchDetail> {
  return get<BatchDetail>(`${base}/${id}`)
}

export function makeBatch(wanted: NewBatch, key: string): Promise<Batch> {
  return write<Batch>(base, wanted, { key })
}

export function moveBatch(id: string, how: 'seal' | 'withdraw', key: string): Promise<Batch> {
  return write<Batch>(`${base}/${id}/${how}`, {}, { key })
}

export function fileUrl(id: string, charset: 'UTF-8' | 'GB18030'): string {
  return `${base}/${id}/file?charset=${charset}`
}

/** Hands the bank's answers in. */
export async function sendResults(id: string, file: File): Promise<Results> {
  const { status, body } = await transfer(`${base}/${id}/results`, file, { 'Content-Type': 'application/octet-stream' }, () => {})
  if (status >= 300) throw new ProblemError(problemOf(status, body))
  return body as Results
}
