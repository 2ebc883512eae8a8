import type { RouteRecordRaw } from 'vue-router'

export const workshopRoutes: readonly RouteRecordRaw[] = [
  { path: '/workshops', name: 'workshops', component: () => import('./WorkshopsPage.vue'), meta: { ability: 'seeWorkers', title: 'workshops.nav', group: 'employment' } },
]
