import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { en } from './en'
import { zh } from './zh'

const source = fileURLToPath(new URL('..', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
const modules = import.meta.glob<{ zh: object; en: object }>('../*/messages.ts', { eager: true })
const features = Object.values(modules)

function find(messages: object, path: string): unknown {
  return path.split('.').reduce<unknown>((found, key) => (typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined), messages)
}

describe('every word a page says', () => {
  const used = files
    .filter((file) => file.endsWith('.vue'))
    .flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(/\bt\('([a-zA-Z_]+(?:\.[a-zA-Z0-9_]+)+)'|\bpath="([a-zA-Z.]+)"/g)].map((match) => match[1] ?? match[2] ?? ''))
  const chinese = Object.assign({}, zh, ...features.map((feature) => feature.zh)) as object
  const english = Object.assign({}, en, ...features.map((feature) => feature.en)) as object

  it('is known in Chinese and in English', () => {
    expect(used.length).toBeGreaterThan(100)
    expect([...new Set(used)].filter((path) => typeof find(chinese, path) !== 'string' || typeof find(english, path) !== 'string')).toEqual([])
  })
})
