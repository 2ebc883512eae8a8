import { describe, expect, it } from 'vitest'
import { largest } from './breakdowns'

describe('the parts of the people in work', () => {
  it('are shown largest first, the rest as one', () => {
    const part = (name: string, people: number) => ({ value: name, name, people })
    expect(largest([part('a', 5), part('b', 3), part('c', 2), part('d', 1)], 2)).toEqual({ parts: [part('a', 5), part('b', 3)], rest: 2, people: 3 })
  })
})
