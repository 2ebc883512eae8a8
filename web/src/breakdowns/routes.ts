import type { RouteRecordRaw } from 'vue-router'

export const breakdownRoutes: readonly RouteRecordRaw[] = [
  { path: '/breakdowns', name: 'breakdowns', component: () => import('./BreakdownsPage.vue'), meta: { ability: 'seeWorkers', title: 'breakdowns.nav', group: 'employment' } },
]
