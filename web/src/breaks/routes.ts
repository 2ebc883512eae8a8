import type { RouteRecordRaw } from 'vue-router'

export const breakRoutes: readonly RouteRecordRaw[] = [
  { path: '/breaks', name: 'breaks', component: () => import('./BreaksPage.vue'), meta: { ability: 'seeLoans', title: 'breaks.nav', group: 'credit' } },
]
