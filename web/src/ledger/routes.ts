import type { RouteRecordRaw } from 'vue-router'

export const ledgerRoutes: readonly RouteRecordRaw[] = [
  { path: '/ledgers', name: 'ledgers', component: () => import('./LedgersPage.vue'), meta: { ability: 'seeWorkers', title: 'ledger.nav', group: 'employment' } },
]
