import type { RouteRecordRaw } from 'vue-router'

export const bulletinRoutes: readonly RouteRecordRaw[] = [
  { path: '/bulletins', name: 'bulletins', component: () => import('./BulletinsPage.vue'), meta: { ability: 'seeFigures', title: 'bulletin.nav', group: 'bulletin' } },
  { path: '/bulletins/:id', name: 'bulletin', component: () => import('./BulletinPage.vue'), meta: { ability: 'seeFigures', title: 'bulletin.nav', group: 'bulletin' } },
]
