import { describe, expect, it } from 'vitest'
import { byUnit, matching, type Alert, type Severity } from './alerts'
import { pathOf } from './chart'

const alert = (id: number, county: string, severity: Severity, rule = 'overdue-above-line'): Alert => ({
  id, rule, ruleVersion: 1, ruleName: '', ruleNameEn: '', county, name: county, bank: null, indicator: null, state: 'OPEN', severity, opened: '2024-05-06', clearSince: null, closed: null,
  heldOn: '2024-06-10', why: '', whyEn: '', clears: '', clearsEn: '', steps: [], acknowledgedBy: null, acknowledgedAt: null, assignedTo: null, mutedUntil: null,
})

describe('alerts', () => {
  it('are narrowed to a county, a severity and a rule', () => {
    const all = [alert(1, 'A', 'SEVERE'), alert(2, 'B', 'NOTICE'), alert(3, 'A', 'NOTICE', 'overdue-rising')]
    expect(matching(all, { county: 'A', severity: '', rule: '' }).map(({ id }) => id)).toEqual([1, 3])
    expect(matching(all, { county: '', severity: 'NOTICE', rule: 'overdue-rising' }).map(({ id }) => id)).toEqual([3])
  })

  it('of a unit weigh by how grave they are before how many', () => {
    const all = [alert(1, 'A', 'WARNING'), alert(2, 'A', 'WARNING'), alert(3, 'B', 'SEVERE'), alert(4, 'C', 'NOTICE')]
    expect(byUnit(all).map(({ county }) => county)).toEqual(['B', 'A', 'C'])
  })
})

describe('the chart of a figure', () => {
  it('breaks where there is no value', () => {
    const at = { x: (index: number) => index * 10, y: (value: number) => 100 - value }
    expect(pathOf([1, 2, null, 4], at)).toBe('M0,99L10,98M30,96')
  })
})
