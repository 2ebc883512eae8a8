import type { RouteRecordRaw } from 'vue-router'

export const watchRoutes: readonly RouteRecordRaw[] = [
  { path: '/watch', name: 'watch', component: () => import('./WatchPage.vue'), meta: { ability: 'seeWorkers', title: 'watch.nav', group: 'employment' } },
]
