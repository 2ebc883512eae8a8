import type { Problem } from '../api/problem'
import { cellKey, type Amount, type DepartmentWord, type Figure, type Frame, type Watermark } from './figures'

/** What the screen asks for. `county` null is everything the reader may see. */
export interface Question {
  readonly asOf: string
  readonly county: string | null
}

/** Everything that can happen to the live screen. `at` is the server's clock as the browser knows it, in milliseconds. */
export type LiveMessage =
  | { readonly type: 'asked'; readonly question: Question; readonly at: number }
  | { readonly type: 'snapshot'; readonly frame: Frame; readonly at: number }
  | { readonly type: 'frame'; readonly frame: Frame; readonly at: number }
  | { readonly type: 'watermark'; readonly watermark: Watermark; readonly at: number }
  | { readonly type: 'connected'; readonly at: number }
  | { readonly type: 'disconnected'; readonly retryAt: number; readonly at: number }
  | { readonly type: 'refused'; readonly problem: Problem; readonly at: number }
  | { readonly type: 'ticked'; readonly at: number }

export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'waiting'; readonly retryAt: number }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** A cell that moved while the screen was looking. */
export interface Change {
  readonly from: Amount | null
  readonly frame: number
}

/** `late` is a word of warning, `stale` means: do not trust this as live. */
export type Freshness = 'unknown' | 'fresh' | 'late' | 'stale'

export const lateAfterMillis = 6_000
export const staleAfterMillis = 10_000

export interface LiveState {
  readonly question: Question
  readonly connection: Connection
  readonly frame: number | null
  readonly recordedThrough: number | null
  readonly cells: ReadonlyMap<string, Figure>
  readonly changes: ReadonlyMap<string, Change>
  /** The stream spoke of a frame that never came: the snapshot must be fetched again. */
  readonly missedFrame: boolean
  /** What the server last said of itself. */
  readonly declaredStale: boolean
  /** What it last said of each department; empty from a server that does not tell. */
  readonly departments: readonly DepartmentWord[]
  readonly freshness: Freshness
  readonly ageMillis: number | null
}

/** How old data are and whether to believe they are live. */
export type Age = Pick<LiveState, 'recordedThrough' | 'freshness' | 'ageMillis'>

/**
 * The age of one department's figures at an instant: departments fall silent one by one. The age of everything where the
 * server does not tell departments apart; unknown where this one was never heard of.
 */
export function ageOf(state: LiveState, department: string, at: number): Age {
  if (state.departments.length === 0) return state
  const word = state.departments.find((one) => one.department === department)
  return ageAt(instant(word?.recordedThrough ?? null), word?.stale === true, at)
}

export function initialState(question: Question): LiveState {
  return {
    question,
    connection: { kind: 'connecting' },
    frame: null,
    recordedThrough: null,
    cells: new Map(),
    changes: new Map(),
    missedFrame: false,
    declaredStale: false,
    departments: [],
    freshness: 'unknown',
    ageMillis: null,
  }
}

/**
 * The live screen's next state. Frames hold absolute values, so that repeating one changes nothing; what is older than
 * the state is ignored; an answer to an earlier question (another `asOf`) is ignored as well.
 */
export function reduce(state: LiveState, message: LiveMessage): LiveState {
  return aged(apply(state, message), message.at)
}

function apply(state: LiveState, message: LiveMessage): LiveState {
  switch (message.type) {
    case 'asked':
      return sameQuestion(state.question, message.question) ? state : initialState(message.question)
    case 'snapshot':
      if (message.frame.asOf !== state.question.asOf) return state
      return supersedes(message.frame, state) || restarted(message.frame, state)
        ? withFrame(state, message.frame)
        : withWatermark({ ...state, missedFrame: false }, message.frame)
    case 'frame':
      return supersedes(message.frame, state) ? withFrame(state, message.frame) : state
    case 'watermark':
      return withWatermark(state, message.watermark)
    case 'connected':
      return { ...state, connection: { kind: 'live' } }
    case 'disconnected':
      return { ...state, connection: { kind: 'waiting', retryAt: message.retryAt } }
    case 'refused':
      return { ...state, connection: { kind: 'refused', problem: message.problem } }
    case 'ticked':
      return state
  }
}

function sameQuestion(one: Question, other: Question): boolean {
  return one.asOf === other.asOf && one.county === other.county
}

function supersedes(frame: Frame, state: LiveState): boolean {
  return frame.asOf === state.question.asOf && (state.frame === null || frame.frame > state.frame)
}

/** A rebuilt read model may count its frames from the beginning; later data then tells a new frame from an old one. */
function restarted(frame: Frame, state: LiveState): boolean {
  const through = instant(frame.recordedThrough)
  const later = through !== null && state.recordedThrough !== null && through > state.recordedThrough
  return frame.asOf === state.question.asOf && state.frame !== null && frame.frame < state.frame && later
}

function withFrame(state: LiveState, frame: Frame): LiveState {
  const cells = new Map(state.cells)
  const changes = new Map(state.changes)
  for (const figure of frame.figures) {
    const key = cellKey(figure.county, figure.indicator)
    const before = cells.get(key)
    if (before !== undefined && (before.value !== figure.value || before.state !== figure.state)) {
      changes.set(key, { from: before.value, frame: frame.frame })
    }
    cells.set(key, figure)
  }
  return {
    ...state,
    cells,
    changes,
    frame: frame.frame,
    recordedThrough: instant(frame.recordedThrough),
    declaredStale: frame.stale === true,
    departments: frame.departments ?? [],
    missedFrame: false,
  }
}

function withWatermark(state: LiveState, watermark: Watermark): LiveState {
  if (state.frame === null || watermark.frame < state.frame) return state
  if (watermark.frame > state.frame) return { ...state, missedFrame: true }
  const through = instant(watermark.recordedThrough)
  const older = through === null || (state.recordedThrough !== null && through < state.recordedThrough)
  return older ? state : { ...state, recordedThrough: through, declaredStale: watermark.stale === true, departments: watermark.departments ?? [] }
}

function aged(state: LiveState, at: number): LiveState {
  return { ...state, ...ageAt(state.recordedThrough, state.declaredStale, at) }
}

function ageAt(recordedThrough: number | null, declaredStale: boolean, at: number): Age {
  if (recordedThrough === null) return { recordedThrough, ageMillis: null, freshness: declaredStale ? 'stale' : 'unknown' }
  const ageMillis = Math.max(0, at - recordedThrough)
  const freshness = declaredStale || ageMillis >= staleAfterMillis ? 'stale' : ageMillis >= lateAfterMillis ? 'late' : 'fresh'
  return { recordedThrough, ageMillis, freshness }
}

function instant(text: string | null): number | null {
  const millis = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(millis) ? null : millis
}
