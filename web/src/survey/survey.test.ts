import { describe, expect, it } from 'vitest'
import { leastCompleteFirst, percent, type Place } from './survey'

const place = (county: string, people: number, complete: number): Place => ({ county, people, complete }) as unknown as Place

describe('how complete the survey is', () => {
  it('shows where most is left to ask first, beneath the sum, and leaves empty places out', () => {
    const shown = leastCompleteFirst([place('530100', 300, 100), place('530102', 10, 9), place('530103', 0, 0), place('530127', 290, 91)], '530100')
    expect(shown.map((each) => each.county)).toEqual(['530100', '530127', '530102'])
  })

  it('never says all while one is missing', () => {
    expect([percent(999, 1000), percent(1000, 1000), percent(0, 0)]).toEqual([99, 100, 0])
  })
})
