import { describe, expect, it } from 'vitest'
import { beginning, byBank, isOver, nextStep, plusQuarters, quarterFrom, quarterOf, total, type Statement } from './statements'

function statement(more: Partial<Statement>): Statement {
  return { id: '1', bank: 'NXS', county: '530113', countyName: '东川区', quarter: '2024Q1', until: '2024-03-31', state: 'DRAFT', loans: 3, interest: '120.00', differences: '0.00', amount: '120.00', version: 1, ...more }
}

describe('a quarter', () => {
  it('holds its days', () => {
    expect(['2024-01-01', '2024-03-31', '2024-04-01', '2024-06-10', '2024-12-31'].map(quarterOf)).toEqual(['2024Q1', '2024Q1', '2024Q2', '2024Q2', '2024Q4'])
  })

  it('follows the one before, over the year as well', () => {
    expect(plusQuarters('2024Q4', 1)).toBe('2025Q1')
    expect(plusQuarters('2024Q1', -1)).toBe('2023Q4')
    expect(beginning('2024Q2')).toBe('2024-04-01')
  })

  it('is over on the first day of the next, not before', () => {
    expect(isOver('2024Q1', '2024-03-31')).toBe(false)
    expect(isOver('2024Q1', '2024-04-01')).toBe(true)
  })

  it('is read from an address only where it is one', () => {
    expect([quarterFrom('2024Q2'), quarterFrom('2024Q5'), quarterFrom(undefined)]).toEqual(['2024Q2', null, null])
  })
})

describe('a statement', () => {
  it('is reviewed once its quarter is over', () => {
    expect(nextStep(statement({ quarter: '2024Q2' }), '2024-06-10', 'lead')).toBeNull()
    expect(nextStep(statement({}), '2024-06-10', 'lead')).toBe('review')
  })

  it('is closed by another person than the reviewer, and then for good', () => {
    const reviewed = statement({ state: 'REVIEWED', reviewedBy: 'clerk' })
    expect(nextStep(reviewed, '2024-06-10', 'clerk')).toBeNull()
    expect(nextStep(reviewed, '2024-06-10', 'lead')).toBe('close')
    expect(nextStep(statement({ state: 'CLOSED' }), '2024-06-10', 'lead')).toBeNull()
  })
})

describe('the sum of statements', () => {
  it('is right to the fen, differences below zero included', () => {
    expect(total(['0.10', '0.20', '1000000.05'])).toBe('1000000.35')
    expect(total(['5.00', '-12.34'])).toBe('-7.34')
    expect(total([])).toBe('0.00')
  })

  it('is told bank by bank', () => {
    const banks = byBank([statement({}), statement({ id: '2', bank: 'ABC' }), statement({ id: '3' })])
    expect([...banks].map(([bank, own]) => [bank, own.length])).toEqual([['NXS', 2], ['ABC', 1]])
  })
})
