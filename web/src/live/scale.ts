/**
 * Completion in six classes around 100 %: orange falls short, blue has met the target. The two hues stay apart for
 * every common kind of colour blindness, and lightness alone tells the distance from 100 %.
 */
export const completionClasses = [
  { below: 80, label: '< 80%', name: 'rate-far-below' },
  { below: 90, label: '80–90%', name: 'rate-below' },
  { below: 100, label: '90–100%', name: 'rate-near-below' },
  { below: 102, label: '100–102%', name: 'rate-met' },
  { below: 105, label: '102–105%', name: 'rate-above' },
  { below: Number.POSITIVE_INFINITY, label: '≥ 105%', name: 'rate-far-above' },
] as const

export type CompletionClass = (typeof completionClasses)[number]['name'] | 'rate-no-target' | 'rate-not-applicable' | 'rate-not-reported'

export function completionClass(state: string | undefined, value: number | null): CompletionClass {
  if (state === 'NO_TARGET') return 'rate-no-target'
  if (state === 'NOT_APPLICABLE') return 'rate-not-applicable'
  if (state !== 'VALUE' || value === null) return 'rate-not-reported'
  return completionClasses.find((entry) => value < entry.below)?.name ?? 'rate-far-above'
}
