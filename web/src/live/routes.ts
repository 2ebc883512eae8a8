import type { RouteRecordRaw } from 'vue-router'

export const liveRoutes: readonly RouteRecordRaw[] = [
  { path: '/', name: 'live', component: () => import('./LivePage.vue'), meta: { ability: 'seeFigures', title: 'nav.live', group: 'live' } },
]
