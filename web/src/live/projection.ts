/** GeoJSON as `/api/city/map` sends it: one feature a county, `code` and `name` in its properties. */
export interface CityMap {
  readonly features: readonly {
    readonly properties: { readonly code: string; readonly name: string; readonly cp?: readonly [number, number] }
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: Polygon }
      | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] }
  }[]
}

type Position = readonly [number, number, ...number[]]
type Polygon = readonly (readonly Position[])[]

export interface Shape {
  readonly code: string
  readonly name: string
  readonly path: string
  /** Where the label stands, in the drawing's coordinates. */
  readonly label: readonly [x: number, y: number]
  readonly width: number
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

const drawingWidth = 1000

/** Draws longitudes and latitudes flat: at a city's size, shrinking longitudes by the cosine of the latitude is enough. */
export function drawMap(map: CityMap): Drawing {
  const outlines = map.features.map((feature) => ({ feature, rings: ringsOf(feature.geometry) }))
  const all = outlines.flatMap(({ rings }) => rings.flat())
  const west = Math.min(...all.map(([longitude]) => longitude))
  const east = Math.max(...all.map(([longitude]) => longitude))
  const south = Math.min(...all.map(([, latitude]) => latitude))
  const north = Math.max(...all.map(([, latitude]) => latitude))
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = drawingWidth / ((east - west) * squeeze)
  const place = ([longitude, latitude]: readonly [number, number, ...number[]]): readonly [number, number] => [
    Math.round((longitude - west) * squeeze * scale * 10) / 10,
    Math.round((north - latitude) * scale * 10) / 10,
  ]
  const shapes = outlines.map(({ feature, rings }) => {
    const drawn = rings.map((ring) => ring.map(place))
    const largest = drawn.reduce((one, other) => (areaOf(other) > areaOf(one) ? other : one))
    const xs = largest.map(([x]) => x)
    return {
      code: feature.properties.code,
      name: feature.properties.name,
      path: drawn.map((ring) => `M${ring.map((point) => point.join(',')).join('L')}Z`).join(''),
      label: centreOf(largest),
      width: Math.max(...xs) - Math.min(...xs),
    }
  })
  return { width: drawingWidth, height: Math.ceil((north - south) * scale), shapes }
}

function ringsOf(geometry: CityMap['features'][number]['geometry']): readonly (readonly Position[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

type Point = readonly [number, number]

function signedArea(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] as Point
    return sum + x * nextY - nextX * y
  }, 0) / 2
}

function areaOf(ring: readonly Point[]): number {
  return Math.abs(signedArea(ring))
}

/** The centre of mass of a ring. */
function centreOf(ring: readonly Point[]): Point {
  const factor = 1 / (6 * signedArea(ring))
  const sums = ring.reduce<[number, number]>(
    ([sumX, sumY], [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] as Point
      const cross = x * nextY - nextX * y
      return [sumX + (x + nextX) * cross, sumY + (y + nextY) * cross]
    },
    [0, 0],
  )
  return [sums[0] * factor, sums[1] * factor]
}
