import { describe, expect, it } from 'vitest'
import { keepViews, viewsOf, withView } from './savedViews'
import { filterIn } from './workers'

describe('a saved view', () => {
  const storage = (): Pick<Storage, 'getItem' | 'setItem'> => {
    const kept = new Map<string, string>()
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
  }

  it('is kept by user under its name', () => {
    const browser = storage()
    keepViews('clerk', withView([], '省外 · 大村', filterIn({ area: 'OUT_OF_PROVINCE', village: '大村' })), browser)
    expect(viewsOf('clerk', browser)).toEqual([{ name: '省外 · 大村', filter: { area: 'OUT_OF_PROVINCE', village: '大村' } }])
    expect(viewsOf('lead', browser)).toEqual([])
  })

  it('replaces the one of its name and keeps no identity number', () => {
    const views = withView(withView([], '我的', filterIn({ village: '大村' })), '我的', filterIn({ q: '530190199001010010', working: 'true' }))
    expect(views).toEqual([{ name: '我的', filter: { working: 'true' } }])
  })

  it('is none where the browser keeps nonsense', () => {
    expect(viewsOf('clerk', { getItem: () => '{"a":1' })).toEqual([])
  })
})
