import type { RouteRecordRaw } from 'vue-router'

export const recordRoutes: readonly RouteRecordRaw[] = [
  { path: '/records', name: 'records', component: () => import('./RecordsPage.vue'), meta: { ability: 'seeRecords', title: 'nav.records' } },
]
