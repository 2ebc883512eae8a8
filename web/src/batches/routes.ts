import type { RouteRecordRaw } from 'vue-router'

export const batchRoutes: readonly RouteRecordRaw[] = [
  { path: '/subsidy/batches', name: 'batches', component: () => import('./BatchesPage.vue'), meta: { ability: 'seeSubsidies', title: 'batches.title', group: 'subsidy' } },
]
