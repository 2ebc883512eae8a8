import type { RouteRecordRaw } from 'vue-router'

export const feedRoutes: readonly RouteRecordRaw[] = [
  { path: '/feeds', name: 'feeds', component: () => import('./FeedsPage.vue'), meta: { ability: 'seeFeeds', title: 'feeds.title', group: 'credit' } },
  { path: '/feeds/send', name: 'sendFeed', component: () => import('./SendFeedPage.vue'), meta: { ability: 'sendFeeds', title: 'feeds.send', group: 'credit' } },
  { path: '/banks', name: 'banks', component: () => import('./BanksPage.vue'), meta: { ability: 'seeFeeds', title: 'banks.title', group: 'credit' } },
]
