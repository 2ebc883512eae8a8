import type { RouteRecordRaw } from 'vue-router'

export const statementRoutes: readonly RouteRecordRaw[] = [
  { path: '/statements', name: 'statements', component: () => import('./StatementsPage.vue'), meta: { ability: 'seeLoans', title: 'statements.nav', group: 'credit' } },
  { path: '/statements/:id', name: 'statement', component: () => import('./StatementPage.vue'), meta: { ability: 'seeLoans', title: 'statements.nav', group: 'credit' } },
]
