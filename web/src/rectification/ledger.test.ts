import { describe, expect, it } from 'vitest'
import { nextSteps, type Item, type ItemState } from './ledger'

const item = (state: ItemState): Item => ({
  id: 1, county: 'A', name: 'A', problem: '', responsible: '', deadline: '2024-06-30', measures: '', state, lateDays: 0, escalation: 0,
  createdBy: 'wang', submittedBy: state === 'OPEN' ? null : 'wang', verifiedBy: null, closedBy: null, closedOn: null, alert: null, steps: [], evidence: [],
})

describe('the next step of an item', () => {
  it('is offered to those who may take it', () => {
    expect(nextSteps(item('OPEN'), 'wang', false)).toEqual(['submit'])
    expect(nextSteps(item('SUBMITTED'), 'li', true)).toEqual(['verify', 'send-back'])
    expect(nextSteps(item('SUBMITTED'), 'li', false)).toEqual([])
    expect(nextSteps(item('VERIFIED'), 'li', true)).toEqual(['close-out', 'send-back'])
    expect(nextSteps(item('CLOSED'), 'li', true)).toEqual([])
  })

  it('is never to verify or close what one submitted oneself', () => {
    expect(nextSteps(item('SUBMITTED'), 'wang', true)).toEqual(['send-back'])
    expect(nextSteps(item('VERIFIED'), 'wang', true)).toEqual(['send-back'])
  })
})
