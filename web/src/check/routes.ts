import type { RouteRecordRaw } from 'vue-router'

export const checkRoutes: readonly RouteRecordRaw[] = [
  { path: '/bulletin-check', name: 'bulletinCheck', component: () => import('./CheckPage.vue'), meta: { ability: 'checkBulletins', title: 'check.nav', group: 'bulletin' } },
]
