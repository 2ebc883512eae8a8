import { shallowRef } from 'vue'
import { get } from '../api/http'
import type { BusinessDate } from '../calendar/dates'
import type { Unit } from '../live/board'

/** The city this installation serves; public, known before anyone signs in. */
export interface City {
  readonly code: string
  readonly name: string
  readonly fullName: string
  /** The business date; "future" and "late" are judged by it. */
  readonly today: BusinessDate
  readonly hasMap: boolean
  readonly units: readonly Unit[]
}

export const city = shallowRef<City | null>(null)

export async function loadCity(): Promise<void> {
  city.value = await get<City>('/api/city')
}

const turnOfDayMillis = 60_000

/** Notices the turn of the business date; answers a function that stops looking. */
export function watchBusinessDate(): () => void {
  const timer = setInterval(() => {
    void loadCity().catch(() => {})
  }, turnOfDayMillis)
  return () => clearInterval(timer)
}

export function unitName(code: string, unknown: string): string {
  return city.value?.units.find((unit) => unit.code === code)?.name ?? unknown
}
