import type { RouteRecordRaw } from 'vue-router'

export const callRoutes: readonly RouteRecordRaw[] = [
  { path: '/subsidy/calls', name: 'calls', component: () => import('./CallsPage.vue'), meta: { ability: 'seeSubsidies', title: 'calls.title', group: 'subsidy' } },
]
