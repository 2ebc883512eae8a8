import type { RouteRecordRaw } from 'vue-router'

export const loanRoutes: readonly RouteRecordRaw[] = [
  { path: '/loans', name: 'loans', component: () => import('./LoansPage.vue'), meta: { ability: 'seeLoans', title: 'loans.title', group: 'credit' } },
  { path: '/arrears', name: 'arrears', component: () => import('./ArrearsPage.vue'), meta: { ability: 'seeArrears', title: 'loans.arrearsTitle', group: 'credit' } },
]
