import { describe, expect, it } from 'vitest'
import { codesIn } from './training'

describe('codes pasted into a form', () => {
  it('are told apart by whatever stands between them, each once', () => {
    expect(codesIn('P1\nP2, P3，P1；P4、 P5\t')).toEqual(['P1', 'P2', 'P3', 'P4', 'P5'])
    expect(codesIn(' ')).toEqual([])
  })
})
