import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placeLabels } from './labels'
import { drawMap, type CityMap } from './projection'

const file = new URL('../../../demo-city/src/main/resources/kunming/map.geojson', import.meta.url)
const kunming = JSON.parse(readFileSync(file, 'utf8')) as CityMap

describe('the map of Kunming', () => {
  const drawing = drawMap(kunming)

  it('draws all fourteen counties, 晋宁区 under its present code', () => {
    expect(drawing.shapes).toHaveLength(14)
    expect(drawing.shapes.map((shape) => shape.code)).toContain('530115')
  })

  it('is taller than wide, as the city is', () => {
    expect(drawing.height / drawing.width).toBeGreaterThan(1.3)
  })

  it('names every county at the size of a laptop', () => {
    const labels = placeLabels(drawing, (code) => [kunming.features.find((feature) => feature.properties.code === code)?.properties.name ?? '', '100.00%'], 38)
    expect(labels).toHaveLength(14)
    expect(labels.filter((label) => label.lines.length === 2).length).toBeGreaterThan(8)
  })
})
