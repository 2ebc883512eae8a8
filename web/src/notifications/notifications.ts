import { get, post, write } from '../api/http'
import type { Severity } from '../alerts/alerts'
import type { Role } from '../shell/roles'

/** What became of an alert, as one was told in the app. */
export interface Notification {
  readonly id: number
  readonly alert: number
  readonly kind: 'OPENED' | 'RAISED' | 'CLOSED' | 'WITHDRAWN'
  readonly severity: Severity
  readonly county: string
  readonly name: string
  readonly title: string
  readonly titleEn: string
  readonly text: string
  readonly textEn: string
  readonly day: string
  readonly at: string
  readonly read: boolean
}

export interface Inbox {
  readonly unread: number
  readonly items: readonly Notification[]
}

const path = '/api/reporting/notifications'

export const fetchInbox = (unread: boolean, signal?: AbortSignal): Promise<Inbox> => get(path, { unread, limit: 200 }, signal)
export const fetchUnread = async (signal?: AbortSignal): Promise<number> => (await get<Inbox>(path, { limit: 0 }, signal)).unread
export const markRead = async (ids: readonly number[]): Promise<number> => (await post<{ readonly unread: number }>(`${path}/read`, { ids })).unread

/** Everything up to the newest that is shown: what came since stays unread. */
export const markAllRead = async (items: readonly Notification[]): Promise<number> => (await post<{ readonly unread: number }>(`${path}/read`, { through: Math.max(0, ...items.map(({ id }) => id)) })).unread

export const channels = ['IN_APP', 'WECOM', 'DINGTALK', 'FEISHU', 'EMAIL'] as const
export type Channel = (typeof channels)[number]
export const departments = ['EMPLOYMENT', 'CREDIT', 'SUBSIDY'] as const
export type Department = (typeof departments)[number]

/** A subscription as reporting-service shows it: the end of its address, never its secret. */
export interface Subscription {
  readonly id: number
  readonly name: string
  readonly owner: string
  readonly role: Role | null
  readonly channel: Channel
  readonly target: string
  readonly signed: boolean
  readonly counties: readonly string[]
  readonly department: Department | null
  readonly severity: Severity
  readonly quietFrom: string | null
  readonly quietUntil: string | null
  readonly digestAt: string | null
  readonly enabled: boolean
  readonly editable: boolean
  readonly endable: boolean
  readonly lastSent: string | null
  readonly waiting: number
  readonly givenUp: number
  readonly problem: string | null
}

export interface Subscriptions {
  readonly subscriptions: readonly Subscription[]
  readonly channels: readonly Channel[]
  readonly forRoles: boolean
}

/** What is sent of a subscription; an address or secret that is null stays what it was. */
export interface SubscriptionForm {
  readonly name: string
  readonly role: Role | null
  readonly channel: Channel
  readonly address: string | null
  readonly secret: string | null
  readonly counties: readonly string[]
  readonly department: Department | null
  readonly severity: Severity
  readonly quietFrom: string | null
  readonly quietUntil: string | null
  readonly digestAt: string | null
  readonly enabled: boolean
}

const subscriptionsPath = '/api/reporting/subscriptions'

export const fetchSubscriptions = (signal?: AbortSignal): Promise<Subscriptions> => get(subscriptionsPath, {}, signal)
export const save = (id: number | null, form: SubscriptionForm): Promise<Subscription> =>
  id === null ? post(subscriptionsPath, form) : write(`${subscriptionsPath}/${id}`, form, { method: 'PUT', key: crypto.randomUUID() })
export const remove = (id: number): Promise<void> => write(`${subscriptionsPath}/${id}`, {}, { method: 'DELETE', key: crypto.randomUUID() })
export const tryOut = (id: number): Promise<{ readonly delivered: boolean; readonly problem: string | null }> => post(`${subscriptionsPath}/${id}/test`)

/** A severity as the least one is told of: 预警及以上, and of the gravest 仅严重. */
export const fromText = (t: (path: string, named: Record<string, string>) => string, severity: Severity): string => t(severity === 'SEVERE' ? 'notifications.only' : 'notifications.from', { severity: t(`alerts.severities.${severity}`, {}) })

/** A time of the day without its seconds, as a time input takes it. */
export const minutesOf = (time: string | null): string => time?.slice(0, 5) ?? ''

export const deliveryStates = ['WAITING', 'SENT', 'GIVEN_UP', 'CANCELLED'] as const
export type DeliveryState = (typeof deliveryStates)[number]
export const deliveryTone: Record<DeliveryState, string> = { WAITING: 'info', SENT: 'good', GIVEN_UP: 'bad', CANCELLED: '' }

/** One event on its way to one subscription; a trial has no alert. */
export interface Delivery {
  readonly id: number
  readonly subscription: number
  readonly name: string
  readonly owner: string
  readonly channel: Channel
  readonly state: DeliveryState
  readonly alert: number | null
  readonly title: string | null
  readonly titleEn: string | null
  readonly attempts: number
  readonly createdAt: string
  readonly dueAt: string
  readonly sentAt: string | null
  readonly problem: string | null
}

export const fetchDeliveries = async (state: string, subscription: string, signal?: AbortSignal): Promise<readonly Delivery[]> =>
  (await get<{ readonly deliveries: readonly Delivery[] }>('/api/reporting/deliveries', { state, subscription }, signal)).deliveries

/** Notifications by the day on which they were told, in the city's time, the newest day first. */
export function byDay(items: readonly Notification[]): readonly { readonly day: string; readonly items: readonly Notification[] }[] {
  const days = new Map<string, Notification[]>()
  for (const item of items) {
    const day = dayInCity(item.at)
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days].map(([day, those]) => ({ day, items: those }))
}

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })
const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
export const dayInCity = (instant: string): string => dayFormat.format(Date.parse(instant))
export const timeInCity = (instant: string): string => timeFormat.format(Date.parse(instant))
