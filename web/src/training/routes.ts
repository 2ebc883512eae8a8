import type { RouteRecordRaw } from 'vue-router'

export const trainingRoutes: readonly RouteRecordRaw[] = [
  { path: '/training', name: 'training', component: () => import('./TrainingPage.vue'), meta: { ability: 'seeWorkers', title: 'training.nav', group: 'employment' } },
]
