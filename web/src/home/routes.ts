import type { RouteRecordRaw } from 'vue-router'

export const homeRoutes: readonly RouteRecordRaw[] = [
  { path: '/home', name: 'home', component: () => import('./HomePage.vue'), meta: { ability: 'seeHome', title: 'home.title', group: 'live' } },
]
