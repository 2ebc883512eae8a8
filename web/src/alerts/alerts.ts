import { get, post } from '../api/http'

export type Severity = 'NOTICE' | 'WARNING' | 'SEVERE'
export type AlertState = 'OPEN' | 'CLOSED' | 'WITHDRAWN'

/** An alert as reporting-service shows it. */
export interface Alert {
  readonly id: number
  readonly rule: string
  readonly ruleVersion: number
  readonly ruleName: string
  readonly ruleNameEn: string
  readonly county: string
  readonly name: string
  readonly bank: string | null
  readonly indicator: string | null
  readonly state: AlertState
  readonly severity: Severity
  readonly opened: string
  readonly clearSince: string | null
  readonly closed: string | null
  readonly heldOn: string
  readonly why: string
  readonly whyEn: string
  readonly clears: string
  readonly clearsEn: string
  readonly steps: readonly { readonly day: string; readonly severity: Severity }[]
  readonly acknowledgedBy: string | null
  readonly acknowledgedAt: string | null
  readonly assignedTo: string | null
  readonly mutedUntil: string | null
}

export interface AlertAction {
  readonly action: 'ACKNOWLEDGED' | 'ASSIGNED' | 'MUTED'
  readonly actor: string
  readonly detail: string
  readonly actedAt: string
}

/** A day of the figure a rule looks at, and the line it is held against. */
export interface RulePoint {
  readonly asOf: string
  readonly value: number | string | null
  readonly line: number | string | null
}

export interface AlertDetail {
  readonly alert: Alert
  readonly actions: readonly AlertAction[]
  readonly points: readonly RulePoint[]
}

const path = '/api/reporting/alerts'

export const severities: readonly Severity[] = ['SEVERE', 'WARNING', 'NOTICE']
export const toneOf: Record<Severity, string> = { SEVERE: 'bad', WARNING: 'warn', NOTICE: 'info' }

export const fetchAlerts = async (state: string, signal?: AbortSignal): Promise<readonly Alert[]> => (await get<{ readonly alerts: readonly Alert[] }>(path, { state }, signal)).alerts
export const fetchAlert = (id: string, signal?: AbortSignal): Promise<AlertDetail> => get(`${path}/${id}`, {}, signal)
export const act = (id: number, action: 'acknowledge' | 'assign' | 'mute', body: object): Promise<Alert> => post(`${path}/${id}/${action}`, body)

/** Which alerts a reader asked for. */
export interface AlertFilter {
  readonly county: string
  readonly severity: string
  readonly rule: string
}

export function matching(alerts: readonly Alert[], { county, severity, rule }: AlertFilter): readonly Alert[] {
  return alerts.filter((alert) => (county === '' || alert.county === county) && (severity === '' || alert.severity === severity) && (rule === '' || alert.rule === rule))
}

/** The units with the gravest and the most alerts first. */
export function byUnit(alerts: readonly Alert[]): readonly { readonly county: string; readonly name: string; readonly alerts: readonly Alert[] }[] {
  const units = new Map<string, Alert[]>()
  for (const alert of alerts) units.set(alert.county, [...(units.get(alert.county) ?? []), alert])
  const weight = (those: readonly Alert[]): number => those.reduce((sum, { severity }) => sum + { SEVERE: 10_000, WARNING: 100, NOTICE: 1 }[severity], 0)
  return [...units.values()]
    .map((those) => ({ county: those[0]?.county ?? '', name: those[0]?.name ?? '', alerts: those }))
    .sort((one, other) => weight(other.alerts) - weight(one.alerts))
}
