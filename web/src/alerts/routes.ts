import type { RouteRecordRaw } from 'vue-router'

export const alertRoutes: readonly RouteRecordRaw[] = [
  { path: '/alerts', name: 'alerts', component: () => import('./AlertsPage.vue'), meta: { ability: 'seeAlerts', title: 'alerts.title', group: 'alerts' } },
  { path: '/alerts/:id(\\d+)', name: 'alert', component: () => import('./AlertPage.vue'), meta: { ability: 'seeAlerts', title: 'alerts.title', group: 'alerts' } },
]
