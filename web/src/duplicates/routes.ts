import type { RouteRecordRaw } from 'vue-router'

export const duplicateRoutes: readonly RouteRecordRaw[] = [
  { path: '/duplicates', name: 'duplicates', component: () => import('./DuplicatesPage.vue'), meta: { ability: 'seeReviews', title: 'duplicates.nav', group: 'employment' } },
]
