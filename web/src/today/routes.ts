import type { RouteRecordRaw } from 'vue-router'

export const todayRoutes: readonly RouteRecordRaw[] = [
  { path: '/today', name: 'today', component: () => import('./TodayPage.vue'), meta: { ability: 'editRecords', title: 'today.nav', group: 'employment' } },
]
