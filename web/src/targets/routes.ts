import type { RouteRecordRaw } from 'vue-router'

export const targetRoutes: readonly RouteRecordRaw[] = [
  { path: '/targets', name: 'targets', component: () => import('./TargetsPage.vue'), meta: { ability: 'seeWorkers', title: 'targets.nav', group: 'employment' } },
]
