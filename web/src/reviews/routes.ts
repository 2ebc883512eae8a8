import type { RouteRecordRaw } from 'vue-router'

export const reviewRoutes: readonly RouteRecordRaw[] = [
  { path: '/reviews', name: 'reviews', component: () => import('./ReviewsPage.vue'), meta: { ability: 'seeReviews', title: 'reviews.nav', group: 'employment' } },
]
