/** Business dates are `YYYY-MM-DD` texts; text order is date order. Nothing here reads a clock. */
export type BusinessDate = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The text as a business date, or null when it is none (also for a day that no month has). */
export function businessDate(text: unknown): BusinessDate | null {
  if (typeof text !== 'string' || !pattern.test(text)) return null
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text
}

/** The same day `months` later; the end of a shorter month clips (2024-03-31 less one month is 2024-02-29). */
export function plusMonths(date: BusinessDate, months: number): BusinessDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

/** Days from one date to another, negative backwards. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
}

/** As a person writes it: 2024年6月10日, or 10 June 2024. */
export function spokenDate(date: BusinessDate, locale: string): string {
  const form: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }
  return new Intl.DateTimeFormat(locale, form).format(new Date(`${date}T00:00:00Z`))
}

/** An instant as local time in the city, to the second or to the minute. */
export function spokenInstant(millis: number, locale: string, precision: 'second' | 'minute'): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: precision === 'second' ? 'medium' : 'short',
    timeZone: 'Asia/Shanghai',
    hourCycle: 'h23',
  }).format(millis)
}

/** How much of the date's year has passed when the day is over, per cent. */
export function shareOfYear(date: BusinessDate): number {
  const year = date.slice(0, 4)
  const passed = daysBetween(`${year}-01-01`, date) + 1
  return (passed / (daysBetween(`${year}-01-01`, `${year}-12-31`) + 1)) * 100
}

/** The date `days` later. */
export function plusDays(date: BusinessDate, days: number): BusinessDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
