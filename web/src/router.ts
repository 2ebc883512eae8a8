import { createRouter, createWebHistory } from 'vue-router'
import type { Ability } from './shell/roles'

declare module 'vue-router' {
  interface RouteMeta {
    readonly ability?: Ability
    readonly title: string
  }
}

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: '/', name: 'live', component: () => import('./live/LivePage.vue'), meta: { ability: 'seeFigures', title: 'nav.live' } },
    { path: '/imports', name: 'imports', component: () => import('./imports/ImportsPage.vue'), meta: { ability: 'importRecords', title: 'nav.imports' } },
    { path: '/workers', name: 'workers', component: () => import('./workers/WorkersPage.vue'), meta: { ability: 'seeWorkers', title: 'nav.workers' } },
    { path: '/records', name: 'records', component: () => import('./workers/RecordsPage.vue'), meta: { ability: 'seeWorkers', title: 'nav.records' } },
    { path: '/:path(.*)*', name: 'unknown', component: () => import('./shell/NotFound.vue'), meta: { title: 'nav.unknown' } },
  ],
})
