import type { RouteRecordRaw } from 'vue-router'

export const householdRoutes: readonly RouteRecordRaw[] = [
  { path: '/households', name: 'households', component: () => import('./HouseholdsPage.vue'), meta: { ability: 'seeWorkers', title: 'households.nav', group: 'employment' } },
  { path: '/households/:householdId', name: 'household', component: () => import('./HouseholdPage.vue'), meta: { ability: 'seeWorkers', title: 'households.page', group: 'employment' } },
]
