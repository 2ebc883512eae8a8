import { describe, expect, it } from 'vitest'
import { ageOf, toneOf, type Proof } from './proof'

const proof = (state: Proof['state'], ageSeconds: number | null): Proof => ({ state, ageSeconds, provedAt: null, ledgers: [], differences: [] })

describe('the proof on every screen', () => {
  it('is green while all agree and the proof is fresh', () => {
    expect(toneOf(proof('AGREES', 40))).toBe('good')
    expect(toneOf(proof('AGREES', 3_600))).toBe('warn')
    expect(toneOf(proof('AGREES', null))).toBe('warn')
  })
  it('is red for a difference however old, and grey while nothing was compared', () => {
    expect(toneOf(proof('DIFFERS', 5))).toBe('bad')
    expect(toneOf(proof('UNKNOWN', null))).toBe('idle')
    expect(toneOf(null)).toBe('idle')
  })
  it('tells its age in words people use', () => {
    expect(ageOf(40.4)).toEqual({ unit: 'seconds', n: 40 })
    expect(ageOf(150)).toEqual({ unit: 'minutes', n: 3 })
    expect(ageOf(7_300)).toEqual({ unit: 'hours', n: 2 })
    expect(ageOf(200_000)).toEqual({ unit: 'days', n: 2 })
  })
})
