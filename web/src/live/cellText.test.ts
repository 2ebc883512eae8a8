import { describe, expect, it } from 'vitest'
import { cellText, changeText, stateMarks } from './cellText'
import type { CellState, Figure } from './figures'
import { retryDelay } from './retry'
import { completionClass } from './scale'

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

describe('the colour scale', () => {
  it('turns from orange to blue exactly at 100 per cent', () => {
    expect(completionClass('VALUE', 99.99)).toBe('rate-near-below')
    expect(completionClass('VALUE', 100)).toBe('rate-met')
    expect(completionClass('VALUE', 106.2)).toBe('rate-far-above')
    expect(completionClass('VALUE', 0)).toBe('rate-far-below')
  })

  it('never colours a cell without a value', () => {
    expect(completionClass('NO_TARGET', null)).toBe('rate-no-target')
    expect(completionClass('NOT_APPLICABLE', null)).toBe('rate-not-applicable')
    expect(completionClass(undefined, null)).toBe('rate-not-reported')
  })
})

describe('reconnecting', () => {
  it('waits longer each time, at least half the step, never beyond twenty seconds', () => {
    expect(retryDelay(0, 0)).toBe(500)
    expect(retryDelay(3, 0.5)).toBe(6_000)
    expect(retryDelay(50, 0.999)).toBeLessThanOrEqual(20_000)
  })
})
