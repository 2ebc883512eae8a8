import type { RouteRecordRaw } from 'vue-router'

export const cooperationRoutes: readonly RouteRecordRaw[] = [
  { path: '/cooperation', name: 'cooperation', component: () => import('./CooperationPage.vue'), meta: { ability: 'seeWorkers', title: 'cooperation.nav', group: 'employment' } },
]
