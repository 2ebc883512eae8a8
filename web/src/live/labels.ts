import type { Drawing, Shape } from './projection'

export interface Label {
  readonly code: string
  readonly lines: readonly string[]
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Which labels fit beside each other at a font size (in the drawing's units): every name that finds room, the larger
 * county first, then the figures beneath them where there is room left. Colour, focus and the table tell the rest.
 */
export function placeLabels(drawing: Drawing, textsOf: (code: string) => readonly [name: string, figure: string], fontSize: number): readonly Label[] {
  const taken: Box[] = []
  const place = (box: Box): boolean => {
    if (taken.some((other) => overlap(box, other))) return false
    taken.push(box)
    return true
  }
  const largestFirst = [...drawing.shapes].sort((one, other) => other.width - one.width)
  const named = largestFirst.filter((shape) => place(boxOf(shape, textsOf(shape.code)[0], 0, fontSize)))
  return named.map((shape) => {
    const [name, figure] = textsOf(shape.code)
    return { code: shape.code, lines: place(boxOf(shape, figure, 1, fontSize)) ? [name, figure] : [name] }
  })
}

export const lineHeight = 1.15

function boxOf(shape: Shape, text: string, line: number, fontSize: number): Box {
  const half = (widthOf(text) * fontSize) / 2
  const [x, y] = shape.label
  const baseline = y + line * lineHeight * fontSize
  return { left: x - half, right: x + half, top: baseline - 0.85 * fontSize, bottom: baseline + 0.15 * fontSize }
}

/** In ems: a Chinese character is one wide, a digit a little more than half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.58), 0)
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
