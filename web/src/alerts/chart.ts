/** Where a point of a chart lies. */
export interface Axes {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}

/** An SVG path through the values; it breaks where there is none. */
export function pathOf(values: readonly (number | null)[], { x, y }: Axes): string {
  const round = (place: number): number => Math.round(place * 10) / 10
  return values
    .map((value, index) => {
      if (value === null) return ''
      const before = index === 0 ? null : values[index - 1]
      return `${before === null || before === undefined ? 'M' : 'L'}${round(x(index))},${round(y(value))}`
    })
    .join('')
}

export const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value))
