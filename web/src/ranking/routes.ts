import type { RouteRecordRaw } from 'vue-router'

export const rankingRoutes: readonly RouteRecordRaw[] = [
  { path: '/rankings', name: 'rankings', component: () => import('./RankingPage.vue'), meta: { ability: 'seeFigures', title: 'ranking.nav', group: 'bulletin' } },
]
