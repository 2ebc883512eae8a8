import type { RouteRecordRaw } from 'vue-router'

export const riskRoutes: readonly RouteRecordRaw[] = [
  { path: '/risks', name: 'risks', component: () => import('./RisksPage.vue'), meta: { ability: 'seeRisks', title: 'risk.nav', group: 'alerts' } },
]
