import { describe, expect, it } from 'vitest'
import { problemOf } from '../api/problem'
import { cellKey, type Figure, type Frame } from './figures'
import { ageOf, initialState, lateAfterMillis, reduce, staleAfterMillis, type LiveMessage, type LiveState } from './liveState'

const city = '530100'
const dongchuan = '530113'
const noon = Date.parse('2024-06-10T12:00:00Z')
const question = { asOf: '2024-06-10', county: null }

function working(county: string, value: number): Figure {
  return { county, name: county, indicator: 'employment.working', period: null, state: 'VALUE', value, changeOnMonth: 0, rank: 1, share: null }
}

function frameOf(number: number, values: Record<string, number>, more: Partial<Frame> = {}): Frame {
  const recordedThrough = new Date(noon + number).toISOString()
  const figures = Object.entries(values).map(([county, value]) => working(county, value))
  return { asOf: question.asOf, frame: number, recordedThrough, figures, ...more }
}

function after(...messages: LiveMessage[]): LiveState {
  return messages.reduce(reduce, initialState(question))
}

const snapshot = (frame: Frame): LiveMessage => ({ type: 'snapshot', frame, at: noon })
const event = (frame: Frame): LiveMessage => ({ type: 'frame', frame, at: noon })
const watermark = (frame: number, through: number): LiveMessage => ({
  type: 'watermark',
  watermark: { frame, recordedThrough: new Date(through).toISOString() },
  at: noon,
})

function valueOf(state: LiveState, county: string): unknown {
  return state.cells.get(cellKey(county, 'employment.working'))?.value
}

describe('snapshot and stream', () => {
  it('shows the snapshot, without anything having moved', () => {
    const state = after(snapshot(frameOf(7, { [city]: 158_167, [dongchuan]: 50_651 })))
    expect(valueOf(state, city)).toBe(158_167)
    expect(state.changes.size).toBe(0)
  })

  it('takes absolute values from a newer frame and marks what moved', () => {
    const state = after(snapshot(frameOf(7, { [city]: 100, [dongchuan]: 60 })), event(frameOf(8, { [city]: 101, [dongchuan]: 60 })))
    expect(valueOf(state, city)).toBe(101)
    expect(state.changes.get(cellKey(city, 'employment.working'))).toEqual({ from: 100, frame: 8 })
    expect(state.changes.has(cellKey(dongchuan, 'employment.working'))).toBe(false)
  })

  it('ignores an older frame', () => {
    const state = after(snapshot(frameOf(7, { [city]: 100 })), event(frameOf(6, { [city]: 99 })))
    expect(valueOf(state, city)).toBe(100)
  })

  it('changes nothing when a frame comes twice', () => {
    const once = after(snapshot(frameOf(7, { [city]: 100 })), event(frameOf(8, { [city]: 101 })))
    expect(reduce(once, event(frameOf(8, { [city]: 101 }))).changes).toBe(once.changes)
  })

  it('keeps the newer frame when the snapshot comes late', () => {
    const state = after(event(frameOf(8, { [city]: 101 })), snapshot(frameOf(7, { [city]: 100 })))
    expect(valueOf(state, city)).toBe(101)
  })

  it('shows a change of state as a change, even when the value stays empty', () => {
    const noTarget: Figure = { ...working('Z530102', 0), state: 'NO_TARGET', value: null }
    const first = frameOf(7, {}, { figures: [{ ...noTarget, state: 'NOT_REPORTED' }] })
    const state = after(snapshot(first), event(frameOf(8, {}, { figures: [noTarget] })))
    expect(state.changes.size).toBe(1)
  })

  it('holds a clerk’s frame, which has no city row', () => {
    const state = after(snapshot(frameOf(7, { [dongchuan]: 60 })), event(frameOf(8, { [dongchuan]: 61 })))
    expect(valueOf(state, dongchuan)).toBe(61)
    expect(valueOf(state, city)).toBeUndefined()
  })
})

describe('another day', () => {
  it('forgets the figures of the day before', () => {
    const state = after(snapshot(frameOf(7, { [city]: 100 })), { type: 'asked', question: { asOf: '2024-05-10', county: null }, at: noon })
    expect(state.cells.size).toBe(0)
    expect(state.frame).toBeNull()
  })

  it('ignores what still comes for the earlier question', () => {
    const asked: LiveMessage = { type: 'asked', question: { asOf: '2024-05-10', county: null }, at: noon }
    const state = after(snapshot(frameOf(7, { [city]: 100 })), asked, event(frameOf(8, { [city]: 101 })), snapshot(frameOf(9, { [city]: 102 })))
    expect(state.cells.size).toBe(0)
  })

  it('takes a frame of any number for the new day, and nothing flashes', () => {
    const asked: LiveMessage = { type: 'asked', question: { asOf: '2024-05-10', county: null }, at: noon }
    const state = after(snapshot(frameOf(7, { [city]: 100 })), asked, snapshot(frameOf(7, { [city]: 90 }, { asOf: '2024-05-10' })))
    expect(valueOf(state, city)).toBe(90)
    expect(state.changes.size).toBe(0)
  })

  it('does not begin anew when the same is asked again', () => {
    const before = after(snapshot(frameOf(7, { [city]: 100 })))
    expect(reduce(before, { type: 'asked', question, at: noon }).cells).toBe(before.cells)
  })
})

describe('age', () => {
  const fresh = after(snapshot(frameOf(7, { [city]: 100 }, { recordedThrough: new Date(noon).toISOString() })))
  const tick = (millis: number): LiveState => reduce(fresh, { type: 'ticked', at: noon + millis })

  it('is not known before the first frame', () => {
    expect(after({ type: 'ticked', at: noon }).freshness).toBe('unknown')
  })

  it('grows to late and stale while watermarks are missing', () => {
    expect(tick(2_000).freshness).toBe('fresh')
    expect(tick(lateAfterMillis).freshness).toBe('late')
    expect(tick(staleAfterMillis).freshness).toBe('stale')
    expect(tick(staleAfterMillis).ageMillis).toBe(staleAfterMillis)
  })

  it('is young again with the next watermark, though no figure moved', () => {
    const again = [watermark(7, noon + 40_000), { type: 'ticked', at: noon + 41_000 } as const].reduce(reduce, tick(staleAfterMillis))
    expect(again.freshness).toBe('fresh')
    expect(again.changes.size).toBe(0)
  })

  it('is stale when the server says so, however young the data', () => {
    const declared = reduce(fresh, { type: 'watermark', watermark: { frame: 7, recordedThrough: new Date(noon).toISOString(), stale: true }, at: noon })
    expect(declared.freshness).toBe('stale')
    expect(reduce(declared, watermark(7, noon)).freshness).toBe('fresh')
  })

  it('is stale, not unknown, while a starting server has heard of no source yet', () => {
    const starting = frameOf(0, {}, { recordedThrough: null, stale: true })
    expect(after(snapshot(starting)).freshness).toBe('stale')
  })

  it('never runs backwards on an older watermark', () => {
    const state = reduce(fresh, watermark(7, noon - 60_000))
    expect(state.recordedThrough).toBe(noon)
  })

  it('is never negative when the browser’s clock is behind', () => {
    expect(tick(-5_000).ageMillis).toBe(0)
  })
})

describe('connection', () => {
  it('keeps the figures in sight while waiting to reconnect', () => {
    const state = after(snapshot(frameOf(7, { [city]: 100 })), { type: 'connected', at: noon }, { type: 'disconnected', retryAt: noon + 900, at: noon })
    expect(valueOf(state, city)).toBe(100)
    expect(state.connection).toEqual({ kind: 'waiting', retryAt: noon + 900 })
  })

  it('goes on from where the server is after a reconnect, adding nothing twice', () => {
    const state = after(
      snapshot(frameOf(7, { [city]: 100 })),
      { type: 'disconnected', retryAt: noon + 900, at: noon },
      snapshot(frameOf(12, { [city]: 105 })),
      { type: 'connected', at: noon },
      event(frameOf(12, { [city]: 105 })),
    )
    expect(valueOf(state, city)).toBe(105)
    expect(state.changes.get(cellKey(city, 'employment.working'))).toEqual({ from: 100, frame: 12 })
  })

  it('asks for the snapshot when a watermark speaks of a frame that never came', () => {
    const behind = after(snapshot(frameOf(7, { [city]: 100 })), watermark(9, noon + 5_000))
    expect(behind.missedFrame).toBe(true)
    expect(behind.recordedThrough).toBe(noon + 7)
    expect(reduce(behind, snapshot(frameOf(9, { [city]: 103 }))).missedFrame).toBe(false)
  })

  it('accepts lower frame numbers of a rebuilt read model when its data are newer', () => {
    const rebuilt = frameOf(1, { [city]: 111 }, { recordedThrough: new Date(noon + 60_000).toISOString() })
    expect(valueOf(after(snapshot(frameOf(7, { [city]: 100 })), snapshot(rebuilt)), city)).toBe(111)
  })

  it('says why data were refused', () => {
    const problem = problemOf(403, { code: 'COUNTY_NOT_YOURS', title: '不是您负责的县区' })
    const state = after({ type: 'refused', problem, at: noon })
    expect(state.connection).toEqual({ kind: 'refused', problem })
  })
})

describe('departments', () => {
  const at = (seconds: number): string => new Date(noon - seconds * 1000).toISOString()
  const departments = [
    { department: 'employment', recordedThrough: at(1), stale: false },
    { department: 'credit', recordedThrough: at(60), stale: true },
  ]
  const state = after(snapshot(frameOf(7, { [city]: 1 }, { departments })))

  it('fall silent one by one', () => {
    expect(ageOf(state, 'employment', noon).freshness).toBe('fresh')
    expect(ageOf(state, 'credit', noon)).toMatchObject({ freshness: 'stale', ageMillis: 60_000 })
  })

  it('are unknown when never heard of, and one when the server does not tell', () => {
    expect(ageOf(state, 'subsidy', noon).freshness).toBe('unknown')
    const untold = after(snapshot(frameOf(7, { [city]: 1 })))
    expect(ageOf(untold, 'credit', noon).freshness).toBe(untold.freshness)
  })
})
