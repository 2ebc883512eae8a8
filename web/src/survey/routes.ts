import type { RouteRecordRaw } from 'vue-router'

export const surveyRoutes: readonly RouteRecordRaw[] = [
  { path: '/survey', name: 'survey', component: () => import('./SurveyPage.vue'), meta: { ability: 'seeWorkers', title: 'survey.nav', group: 'employment' } },
]
