import type { RouteRecordRaw } from 'vue-router'

export const noticeRoutes: readonly RouteRecordRaw[] = [
  { path: '/subsidy/objections', name: 'objections', component: () => import('./ObjectionsPage.vue'), meta: { ability: 'readObjections', title: 'notices.objections', group: 'subsidy' } },
  { path: '/notices', name: 'notices', component: () => import('./NoticesPage.vue'), meta: { open: true, title: 'notices.title' } },
]
