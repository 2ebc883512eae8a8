import type { RouteRecordRaw } from 'vue-router'

export const wallRoutes: readonly RouteRecordRaw[] = [
  { path: '/wall', name: 'wall', component: () => import('./WallPage.vue'), meta: { ability: 'seeFigures', title: 'wall.title', bare: true } },
]
