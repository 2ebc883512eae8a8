import type { RouteRecordRaw } from 'vue-router'

export const notificationRoutes: readonly RouteRecordRaw[] = [
  { path: '/notifications', name: 'notifications', component: () => import('./InboxPage.vue'), meta: { ability: 'seeAlerts', title: 'notifications.title', group: 'alerts' } },
  { path: '/subscriptions', name: 'subscriptions', component: () => import('./SubscriptionsPage.vue'), meta: { ability: 'seeAlerts', title: 'notifications.subscriptions', group: 'alerts' } },
  { path: '/deliveries', name: 'deliveries', component: () => import('./DeliveriesPage.vue'), meta: { ability: 'seeAlerts', title: 'notifications.log', group: 'alerts' } },
]
