import { describe, expect, it } from 'vitest'
import { balanceSteps, lifeOf } from './life'
import type { Loan, LoanDetail, Movement, Position } from './loans'

const loan = { loanId: 'B1|J1', issuedOn: '2023-06-01', amount: '50000.00' } as Loan

function position(from: string, more: Partial<Position>): Position {
  return { from, until: null, due: '2024-06-01', balance: '50000.00', bankOverdue: '0.00', overdueFrom: null, status: 'NORMAL', feed: 'f', line: 7, ...more }
}

function detail(positions: readonly Position[], movements: readonly Movement[] = []): LoanDetail {
  const issued: Movement = { day: '2023-06-01', kind: 'ISSUED', amount: '50000.00', outstanding: '50000.00' }
  return { loan, version: 1, residence: [], positions, movements: [issued, ...movements] }
}

describe('the life of a loan', () => {
  it('begins when it was issued and tells a repayment on its day, with the line that says so', () => {
    const repaid: Movement = { day: '2024-05-20', kind: 'REPAID', amount: '2000.00', outstanding: '48000.00' }
    const life = lifeOf(detail([position('2024-05-06', {}), position('2024-05-20', { balance: '48000.00' })], [repaid]), '2024-06-10')
    expect(life.map(({ day }) => day)).toEqual(['2023-06-01', '2024-05-06', '2024-05-20'])
    expect(life[2]).toEqual({ day: '2024-05-20', events: [{ kind: 'repaid', amount: '2000.00' }], balance: '48000.00', source: { feed: 'f', line: 7 } })
  })

  it('turns overdue by the calendar before the bank says so', () => {
    const life = lifeOf(detail([position('2024-05-06', { overdueFrom: '2024-06-02' })]), '2024-06-10')
    expect(life.at(-1)).toMatchObject({ day: '2024-06-02', events: [{ kind: 'falls' }] })
    expect(lifeOf(detail([position('2024-05-06', { overdueFrom: '2024-06-12' })]), '2024-06-10').at(-1)?.day).toBe('2024-05-06')
  })

  it('tells an extension as a new due date and a new state', () => {
    const [, , extended] = lifeOf(detail([position('2024-05-06', {}), position('2024-05-28', { due: '2025-06-01', status: 'EXTENDED' })]), '2024-06-10')
    expect(extended?.events).toEqual([
      { kind: 'dueMoved', from: '2024-06-01', to: '2025-06-01' },
      { kind: 'status', from: 'NORMAL', to: 'EXTENDED' },
    ])
  })

  it('tells a balance that rose again as a reversal', () => {
    const reversed: Movement = { day: '2024-05-20', kind: 'REPAID', amount: '-1000.00', outstanding: '50000.00' }
    expect(lifeOf(detail([position('2024-05-20', {})], [reversed]), '2024-06-10')[1]?.events).toEqual([{ kind: 'reversed', amount: '1000.00' }])
  })
})

describe('the curve of the balance', () => {
  it('runs from issue to the day asked for, and no further', () => {
    const repaid: Movement = { day: '2024-05-20', kind: 'REPAID', amount: '2000.00', outstanding: '48000.00' }
    expect(balanceSteps(detail([], [repaid]), '2024-06-10')).toEqual([
      { day: '2023-06-01', balance: 50_000 },
      { day: '2024-05-20', balance: 48_000 },
      { day: '2024-06-10', balance: 48_000 },
    ])
    expect(balanceSteps(detail([], [repaid]), '2024-05-01').at(-1)).toEqual({ day: '2024-05-01', balance: 50_000 })
  })
})
