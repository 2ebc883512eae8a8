import type { RouteRecordRaw } from 'vue-router'

export const rectificationRoutes: readonly RouteRecordRaw[] = [
  { path: '/rectifications', name: 'rectifications', component: () => import('./LedgerPage.vue'), meta: { ability: 'seeAlerts', title: 'rectification.title', group: 'alerts' } },
  { path: '/rectifications/:id(\\d+)', name: 'rectification', component: () => import('./ItemPage.vue'), meta: { ability: 'seeAlerts', title: 'rectification.title', group: 'alerts' } },
]
