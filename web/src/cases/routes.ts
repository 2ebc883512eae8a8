import type { RouteRecordRaw } from 'vue-router'

export const caseRoutes: readonly RouteRecordRaw[] = [
  { path: '/subsidy', name: 'waiting', component: () => import('./WaitingPage.vue'), meta: { ability: 'seeSubsidies', title: 'cases.waitingTitle', group: 'subsidy' } },
  { path: '/subsidy/cases', name: 'cases', component: () => import('./CasesPage.vue'), meta: { ability: 'seeSubsidies', title: 'cases.title', group: 'subsidy' } },
]
