import type { RouteRecordRaw } from 'vue-router'

export const programmeRoutes: readonly RouteRecordRaw[] = [
  { path: '/subsidy/programmes', name: 'programmes', component: () => import('./ProgrammesPage.vue'), meta: { ability: 'seeSubsidies', title: 'programmes.title', group: 'subsidy' } },
]
