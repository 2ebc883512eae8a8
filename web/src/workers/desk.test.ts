import { describe, expect, it } from 'vitest'
import { openSpells, spellDraft, told, workerBody, workerDraft } from './desk'

describe('a form about a person', () => {
  it('tells nothing where a text is blank', () => {
    expect(told({ end: ' ', start: '2024-02-01' })).toEqual({ end: null, start: '2024-02-01' })
  })

  it('hands the whole list of spells back as it was, and keeps an answer apart from none', () => {
    const spell = { start: '2024-02-01', end: null, area: 'IN_COUNTY', employer: '县城环卫服务中心', post: 'PUBLIC_WELFARE', monthlyWage: '1800.00', sector: 'ENVIRONMENT' }
    const draft = { ...workerDraft(null), wishToWork: 'false' as const, spells: [spellDraft(spell)] }
    expect(workerBody(draft)).toMatchObject({ wishToWork: false, village: null, spells: [{ ...spell, province: null }] })
    expect(workerBody(workerDraft(null))).toMatchObject({ wishToWork: null, spells: [] })
  })

  it('offers to end the spells that are not over, by their place in the list', () => {
    expect(openSpells([{ start: '2023-01-01', end: '2023-12-01' }, { start: '2024-01-01' }, { start: '2024-02-01', end: '2024-09-15' }], '2024-06-10')).toEqual([1, 2])
  })
})
