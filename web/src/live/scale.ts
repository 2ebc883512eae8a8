/** One class of a rate: its colour's name and the word for it in the legend (a message's path, or plain text). */
export interface RateClass {
  readonly name: string
  readonly holds: (value: number) => boolean
  readonly label: string
}

/**
 * Completion in six classes around 100 %: orange falls short, blue has met the target. The two hues stay apart for
 * every common kind of colour blindness, and lightness alone tells the distance from 100 %.
 */
export const completionClasses: readonly RateClass[] = [
  { name: 'rate-far-below', holds: (value) => value < 80, label: '< 80%' },
  { name: 'rate-below', holds: (value) => value < 90, label: '80–90%' },
  { name: 'rate-near-below', holds: (value) => value < 100, label: '90–100%' },
  { name: 'rate-met', holds: (value) => value < 102, label: '100–102%' },
  { name: 'rate-above', holds: (value) => value < 105, label: '102–105%' },
  { name: 'rate-far-above', holds: () => true, label: '≥ 105%' },
]

/** The province's warning line of the overdue rate, per cent, and what it calls severe (DOMAIN.md § 5). */
export const overdueLine = 1
export const severeLine = 2

export const overdueClasses: readonly RateClass[] = [
  { name: 'rate-far-above', holds: (value) => value === 0, label: 'live.overdue.none' },
  { name: 'rate-met', holds: (value) => value <= overdueLine, label: 'live.overdue.within' },
  { name: 'rate-below', holds: (value) => value <= severeLine, label: 'live.overdue.above' },
  { name: 'rate-far-below', holds: () => true, label: 'live.overdue.severe' },
]

/** Who was paid of those entitled: below half is a warning (DOMAIN.md § 8). */
export const paidClasses: readonly RateClass[] = [
  { name: 'rate-far-below', holds: (value) => value < 25, label: '< 25%' },
  { name: 'rate-below', holds: (value) => value < 50, label: '25–50%' },
  { name: 'rate-met', holds: (value) => value < 80, label: '50–80%' },
  { name: 'rate-above', holds: (value) => value < 100, label: '80–100%' },
  { name: 'rate-far-above', holds: () => true, label: 'live.paid.all' },
]

/** Students without their grant; none is the aim. */
export const unpaidClasses: readonly RateClass[] = [
  { name: 'rate-far-above', holds: (value) => value === 0, label: 'live.unpaid.none' },
  { name: 'rate-near-below', holds: (value) => value <= 10, label: '1–10' },
  { name: 'rate-below', holds: (value) => value <= 50, label: '11–50' },
  { name: 'rate-far-below', holds: () => true, label: '> 50' },
]

/** Awareness below which an alert is raised, per cent (DOMAIN.md § 8). */
export const awarenessLine = 60

export const awarenessClasses: readonly RateClass[] = [
  { name: 'rate-far-below', holds: (value) => value < 30, label: '< 30%' },
  { name: 'rate-below', holds: (value) => value < awarenessLine, label: '30–60%' },
  { name: 'rate-met', holds: (value) => value < 80, label: '60–80%' },
  { name: 'rate-far-above', holds: () => true, label: '≥ 80%' },
]

/** How far a target that grows over the year may lag behind the calendar before it is a warning, in points (DOMAIN.md § 8). */
export const tolerance = 10

/** Completion of a year's target against the part of the year that has passed, both in per cent. */
export function paceClasses(elapsed: number): readonly RateClass[] {
  const least = Math.max(0, elapsed - tolerance)
  return [
    { name: 'rate-far-below', holds: (value) => value < least, label: 'live.pace.behind' },
    { name: 'rate-near-below', holds: (value) => value < elapsed, label: 'live.pace.near' },
    { name: 'rate-above', holds: (value) => value < 100, label: 'live.pace.ahead' },
    { name: 'rate-far-above', holds: () => true, label: 'live.pace.done' },
  ]
}

/** The class of a cell's rate; one for each reason why there is none. */
export function rateClass(classes: readonly RateClass[], state: string | undefined, value: number | null): string {
  if (state === 'NO_TARGET') return 'rate-no-target'
  if (state === 'NOT_APPLICABLE') return 'rate-not-applicable'
  if (state !== 'VALUE' || value === null) return 'rate-not-reported'
  return classes.find(({ holds }) => holds(value))?.name ?? 'rate-not-reported'
}
