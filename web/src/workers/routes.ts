import type { RouteRecordRaw } from 'vue-router'

export const workerRoutes: readonly RouteRecordRaw[] = [
  { path: '/workers', name: 'workers', component: () => import('./WorkersPage.vue'), meta: { ability: 'seeWorkers', title: 'nav.workers', group: 'employment' } },
  { path: '/workers/:personId', name: 'worker', component: () => import('./WorkerPage.vue'), meta: { ability: 'seeWorkers', title: 'workerDesk.page', group: 'employment' } },
]
