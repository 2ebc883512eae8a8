import type { RouteRecordRaw } from 'vue-router'

export const importRoutes: readonly RouteRecordRaw[] = [
  { path: '/imports', name: 'imports', component: () => import('./ImportsPage.vue'), meta: { ability: 'importRecords', title: 'nav.imports', group: 'employment' } },
]
