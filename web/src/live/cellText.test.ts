import { describe, expect, it } from 'vitest'
import { shareOfYear } from '../calendar/dates'
import { exactYuan, inTenThousands } from '../money/yuan'
import { cellText, changeText, stateMarks } from './cellText'
import type { CellState, Figure } from './figures'
import { retryDelay } from './retry'
import { completionClasses, overdueClasses, paceClasses, rateClass } from './scale'

function figure(indicator: string, value: number | string | null, state: CellState = 'VALUE', changeOnMonth: number | string | null = null): Figure {
  return { county: '530103', name: '盘龙区', indicator: `employment.${indicator}`, period: null, state, value, changeOnMonth, rank: null, share: null }
}

describe('a cell', () => {
  it('groups counts and leaves rates as they were sent', () => {
    expect(cellText(figure('working', 158_167), 'zh')).toBe('158,167')
    expect(cellText(figure('completion_rate', '106.20'), 'zh')).toBe('106.20%')
  })

  it('shows zero as a value', () => {
    expect(cellText(figure('out_of_province', 0), 'zh')).toBe('0')
  })

  it('keeps the four states apart', () => {
    const texts = (['NO_TARGET', 'NOT_APPLICABLE', 'NOT_REPORTED'] as const).map((state) => cellText(figure('completion_rate', null, state), 'zh'))
    expect(texts).toEqual(['——', '——*', '未报'])
    expect(new Set([...texts, '0']).size).toBe(4)
    expect(Object.keys(stateMarks)).toHaveLength(3)
  })

  it('stays empty when it was not sent', () => {
    expect(cellText(undefined, 'zh')).toBe('')
  })
})

describe('a change on the month', () => {
  it('carries its sign and direction', () => {
    expect(changeText(figure('working', 10, 'VALUE', 1234))).toEqual({ direction: 'up', text: '+1,234' })
    expect(changeText(figure('completion_rate', '99.00', 'VALUE', '-1.50'))).toEqual({ direction: 'down', text: '−1.50' })
    expect(changeText(figure('completion_rate', '99.00', 'VALUE', '0.00'))).toEqual({ direction: 'same', text: '0.00' })
  })

  it('is nothing where there is nothing to compare', () => {
    expect(changeText(figure('working', 10))).toBeNull()
    expect(changeText(figure('completion_rate', null, 'NO_TARGET', '1.00'))).toBeNull()
  })
})

describe('money', () => {
  const money = (value: string, changeOnMonth: string | null = null): Figure => ({ ...figure('x', value, 'VALUE', changeOnMonth), indicator: 'credit.overdue' })

  it('is shown in 万元, rounded half up, with every fen at hand', () => {
    expect(cellText(money('168253900.00'), 'zh')).toBe('16,825.39')
    expect(inTenThousands('12350.00')).toBe('1.24')
    expect(inTenThousands('12349.99')).toBe('1.23')
    expect(inTenThousands('0.00')).toBe('0.00')
    expect(exactYuan('12345678.9')).toBe('12,345,678.90')
  })

  it('changes in 万元 too, and by a sign only when the change can be seen', () => {
    expect(changeText(money('1.00', '-25000.00'))).toEqual({ direction: 'down', text: '−2.50' })
    expect(inTenThousands('-49.99')).toBe('0.00')
  })
})

describe('the colour scale', () => {
  const completion = (state: string | undefined, value: number | null): string => rateClass(completionClasses, state, value)

  it('turns from orange to blue exactly at 100 per cent', () => {
    expect(completion('VALUE', 99.99)).toBe('rate-near-below')
    expect(completion('VALUE', 100)).toBe('rate-met')
    expect(completion('VALUE', 106.2)).toBe('rate-far-above')
    expect(completion('VALUE', 0)).toBe('rate-far-below')
  })

  it('never colours a cell without a value', () => {
    expect(completion('NO_TARGET', null)).toBe('rate-no-target')
    expect(completion('NOT_APPLICABLE', null)).toBe('rate-not-applicable')
    expect(completion(undefined, null)).toBe('rate-not-reported')
  })

  it('warns of arrears above 1 per cent, and calls them severe above 2', () => {
    const names = [0, 1, 1.01, 2, 2.01].map((rate) => rateClass(overdueClasses, 'VALUE', rate))
    expect(names).toEqual(['rate-far-above', 'rate-met', 'rate-below', 'rate-below', 'rate-far-below'])
  })

  it('measures a growing target by the calendar', () => {
    const elapsed = shareOfYear('2024-06-10')
    expect(elapsed.toFixed(2)).toBe('44.26')
    const names = [34, 40, 44.3, 100].map((rate) => rateClass(paceClasses(elapsed), 'VALUE', rate))
    expect(names).toEqual(['rate-far-below', 'rate-near-below', 'rate-above', 'rate-far-above'])
  })
})

describe('reconnecting', () => {
  it('waits longer each time, at least half the step, never beyond twenty seconds', () => {
    expect(retryDelay(0, 0)).toBe(500)
    expect(retryDelay(3, 0.5)).toBe(6_000)
    expect(retryDelay(50, 0.999)).toBeLessThanOrEqual(20_000)
  })
})
