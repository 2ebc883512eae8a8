import type { Alert } from '../alerts/alerts'
import type { Indicator } from '../live/figures'
import type { ProgrammeName } from '../live/programmes'

/** The figures a wall shows, largest first of each department. */
export const keyFigures: readonly { readonly indicator: Indicator; readonly programme: ProgrammeName }[] = [
  { indicator: 'employment.working', programme: 'employment' },
  { indicator: 'employment.completion_rate', programme: 'employment' },
  { indicator: 'credit.completion_rate', programme: 'credit' },
  { indicator: 'credit.overdue_rate', programme: 'credit' },
  { indicator: 'transport.paid_rate', programme: 'transport' },
  { indicator: 'yulu.unpaid', programme: 'yulu' },
]

/** The newest first; of one day the gravest. */
export function newest(alerts: readonly Alert[], most: number): readonly Alert[] {
  const weight = { SEVERE: 3, WARNING: 2, NOTICE: 1 }
  return [...alerts].sort((one, other) => other.opened.localeCompare(one.opened) || weight[other.severity] - weight[one.severity] || other.id - one.id).slice(0, most)
}
