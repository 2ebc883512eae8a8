import { describe, expect, it } from 'vitest'
import { sameText, withSection, type BulletinText } from './bulletin'

const text: BulletinText = {
  mark: '通报',
  serial: '通报',
  title: '标题',
  addressees: '',
  opening: '',
  signer: '',
  sections: [
    { key: 'employment', heading: '务工', shown: true, text: 'a', own: '' },
    { key: 'calls', heading: '核查', shown: true, text: 'b', own: '' },
  ],
}

describe('the text of a bulletin', () => {
  it('changes one section and leaves the others', () => {
    const changed = withSection(text, 'calls', { shown: false })
    expect(changed.sections.map(({ shown }) => shown)).toEqual([true, false])
    expect(text.sections[1]?.shown).toBe(true)
  })
  it('knows whether there is something to save', () => {
    expect(sameText(text, withSection(text, 'calls', { own: '' }))).toBe(true)
    expect(sameText(text, withSection(text, 'calls', { own: '另：' }))).toBe(false)
  })
})
