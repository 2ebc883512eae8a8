import type { RouteRecordRaw } from 'vue-router'

export const returnRoutes: readonly RouteRecordRaw[] = [
  { path: '/returns', name: 'returns', component: () => import('./ReturnsPage.vue'), meta: { ability: 'seeWorkers', title: 'returns.nav', group: 'employment' } },
]
