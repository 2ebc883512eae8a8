import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { alertRoutes } from './alerts/routes'
import { feedRoutes } from './feeds/routes'
import { bulletinRoutes } from './bulletin/routes'
import { checkRoutes } from './check/routes'
import { proofRoutes } from './proof/routes'
import { rankingRoutes } from './ranking/routes'
import { batchRoutes } from './batches/routes'
import { callRoutes } from './calls/routes'
import { caseRoutes } from './cases/routes'
import { creditImportRoutes, importRoutes, subsidyImportRoutes } from './imports/routes'
import { noticeRoutes } from './notices/routes'
import { notificationRoutes } from './notifications/routes'
import { programmeRoutes } from './programmes/routes'
import { breakdownRoutes } from './breakdowns/routes'
import { breakRoutes } from './breaks/routes'
import { cooperationRoutes } from './cooperation/routes'
import { duplicateRoutes } from './duplicates/routes'
import { homeRoutes } from './home/routes'
import { householdRoutes } from './households/routes'
import { ledgerRoutes } from './ledger/routes'
import { liveRoutes } from './live/routes'
import { returnRoutes } from './returns/routes'
import { reviewRoutes } from './reviews/routes'
import { loanRoutes } from './loans/routes'
import { recordRoutes } from './records/routes'
import { rectificationRoutes } from './rectification/routes'
import { riskRoutes } from './risk/routes'
import { ruleRoutes } from './rules/routes'
import type { Ability } from './shell/roles'
import { statementRoutes } from './statements/routes'
import { surveyRoutes } from './survey/routes'
import { targetRoutes } from './targets/routes'
import { todayRoutes } from './today/routes'
import { trainingRoutes } from './training/routes'
import { wallRoutes } from './wall/routes'
import { watchRoutes } from './watch/routes'
import { workerRoutes } from './workers/routes'
import { workshopRoutes } from './workshops/routes'

/** A part of the menu: the live screens, and a workbench for each department. */
export type Group = 'live' | 'alerts' | 'employment' | 'credit' | 'subsidy' | 'bulletin'

declare module 'vue-router' {
  interface RouteMeta {
    /** Without the shell around it: a screen nobody sits at. */
    readonly bare?: boolean
    readonly ability?: Ability
    /** Open to everybody, signed in or not. */
    readonly open?: boolean
    readonly title: string
    /** The part of the menu this page is listed in; without it, pages lead there. */
    readonly group?: Group
  }
}

/** Every page, in the order of the menu. */
export const pages: readonly RouteRecordRaw[] = [
  ...liveRoutes,
  ...homeRoutes,
  ...wallRoutes,
  ...alertRoutes,
  ...riskRoutes,
  ...rectificationRoutes,
  ...ruleRoutes,
  ...notificationRoutes,
  ...todayRoutes,
  ...importRoutes,
  ...workerRoutes,
  ...householdRoutes,
  ...returnRoutes,
  ...watchRoutes,
  ...surveyRoutes,
  ...workshopRoutes,
  ...trainingRoutes,
  ...cooperationRoutes,
  ...breakdownRoutes,
  ...targetRoutes,
  ...reviewRoutes,
  ...duplicateRoutes,
  ...ledgerRoutes,
  ...loanRoutes,
  ...feedRoutes,
  ...breakRoutes,
  ...statementRoutes,
  ...creditImportRoutes,
  ...bulletinRoutes,
  ...proofRoutes,
  ...rankingRoutes,
  ...checkRoutes,
  ...caseRoutes,
  ...batchRoutes,
  ...callRoutes,
  ...programmeRoutes,
  ...subsidyImportRoutes,
  ...noticeRoutes,
  ...recordRoutes,
]

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [...pages, { path: '/:path(.*)*', name: 'unknown', component: () => import('./shell/NotFound.vue'), meta: { title: 'nav.unknown' } }],
})
