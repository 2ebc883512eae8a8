import type { RouteRecordRaw } from 'vue-router'

export const importRoutes: readonly RouteRecordRaw[] = [
  { path: '/imports', name: 'imports', component: () => import('./ImportsPage.vue'), meta: { ability: 'importRecords', title: 'nav.imports', group: 'employment' } },
]

export const subsidyImportRoutes: readonly RouteRecordRaw[] = [
  { path: '/subsidy/imports', name: 'subsidyImports', component: () => import('./SubsidyImportsPage.vue'), meta: { ability: 'workInSubsidies', title: 'nav.subsidyImports', group: 'subsidy' } },
]

export const creditImportRoutes: readonly RouteRecordRaw[] = [
  { path: '/credit/imports', name: 'creditImports', component: () => import('./CreditImportsPage.vue'), meta: { ability: 'importCreditTargets', title: 'nav.creditImports', group: 'credit' } },
]
