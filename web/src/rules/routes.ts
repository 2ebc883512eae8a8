import type { RouteRecordRaw } from 'vue-router'

export const ruleRoutes: readonly RouteRecordRaw[] = [{ path: '/rules', name: 'rules', component: () => import('./RulesPage.vue'), meta: { ability: 'seeAlerts', title: 'rules.title', group: 'alerts' } }]
