import { get } from '../api/http'

/** Whose figures: a department's own, or the events of the log counted once more. */
export type Ledger = 'employment' | 'credit' | 'subsidy' | 'log'

export interface Check {
  readonly ledger: Ledger
  readonly checkedAt: string
  readonly provedAt: string | null
  readonly figures: number
  readonly agrees: boolean
}

export interface Difference {
  readonly ledger: Ledger
  readonly county: string
  readonly name: string
  /** `*` for sums of other days. */
  readonly indicator: string
  readonly asOf: string
  readonly shown: string
  readonly owned: string
}

export interface Proof {
  readonly state: 'AGREES' | 'DIFFERS' | 'UNKNOWN'
  readonly provedAt: string | null
  readonly ageSeconds: number | null
  readonly ledgers: readonly Check[]
  readonly differences: readonly Difference[]
}

export const fetchProof = (signal: AbortSignal): Promise<Proof> => get<Proof>('/api/reporting/proof', {}, signal)

/** After so long without a proof nobody should lean on it. */
const oldAfterSeconds = 15 * 60

export type Tone = 'good' | 'warn' | 'bad' | 'idle'

export function toneOf(proof: Proof | null): Tone {
  if (proof === null || proof.state === 'UNKNOWN') return 'idle'
  if (proof.state === 'DIFFERS') return 'bad'
  return proof.ageSeconds === null || proof.ageSeconds > oldAfterSeconds ? 'warn' : 'good'
}

/** An age as a message and its number: seconds, minutes, hours or days. */
export function ageOf(seconds: number): { readonly unit: 'seconds' | 'minutes' | 'hours' | 'days'; readonly n: number } {
  if (seconds < 100) return { unit: 'seconds', n: Math.round(seconds) }
  if (seconds < 6_000) return { unit: 'minutes', n: Math.round(seconds / 60) }
  if (seconds < 172_800) return { unit: 'hours', n: Math.round(seconds / 3_600) }
  return { unit: 'days', n: Math.round(seconds / 86_400) }
}
