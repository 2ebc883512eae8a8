import { describe, expect, it } from 'vitest'
import { problemOf } from '../api/problem'
import { faultsOf, rebased, submissionKeys, told } from './submission'

describe('the key of a submission', () => {
  it('stays while the same content is sent again, and is new for other content', () => {
    let made = 0
    const keys = submissionKeys(() => `key-${++made}`)
    expect([keys.of({ end: '2024-06-08' }), keys.of({ end: '2024-06-08' }), keys.of({ end: '2024-06-09' })]).toEqual(['key-1', 'key-1', 'key-2'])
  })

  it('is spent once it went through, so that the same again is a second write', () => {
    let made = 0
    const keys = submissionKeys(() => `key-${++made}`)
    const first = keys.of('same')
    keys.spent()
    expect(keys.of('same')).not.toBe(first)
  })
})

describe('what is wrong with a form', () => {
  it('stands at every field a problem lists', () => {
    const problem = problemOf(422, { detail: '两处', field: 'end', errors: [{ field: 'spells[0].end', message: '结束早于开始' }, { field: 'village', message: '缺少行政村' }, 'junk'] })
    expect(faultsOf(problem).map((fault) => fault.field)).toEqual(['spells[0].end', 'village'])
  })

  it('stands at the one field a problem names', () => {
    expect(faultsOf(problemOf(422, { field: 'reason', title: '请填写更正原因', detail: '须写明原因。' }))).toMatchObject([{ field: 'reason', message: '须写明原因。' }])
  })

  it('is nothing where no field is to blame', () => {
    expect(faultsOf(problemOf(503, null))).toEqual([])
  })
})

describe('a draft of a record that changed meanwhile', () => {
  it('keeps what the writer changed and follows the record elsewhere', () => {
    const before = { village: '大村', labour: 'ORDINARY', spells: [1] }
    expect(rebased({ village: '小村', labour: 'ORDINARY', spells: [1] }, before, { village: '中村', labour: 'SKILLED', spells: [1, 2] })).toEqual({ village: '小村', labour: 'SKILLED', spells: [1, 2] })
  })
})

describe('a text field', () => {
  it('tells nothing when it holds only spaces', () => {
    expect([told('  '), told(' 大村 ')]).toEqual([null, '大村'])
  })
})
