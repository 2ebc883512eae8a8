import type { RouteRecordRaw } from 'vue-router'

export const noticeRoutes: readonly RouteRecordRaw[] = [{ path: '/notices', name: 'notices', component: () => import('./NoticesPage.vue'), meta: { open: true, title: 'notices.title' } }]
