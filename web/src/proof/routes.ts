import type { RouteRecordRaw } from 'vue-router'

export const proofRoutes: readonly RouteRecordRaw[] = [
  { path: '/proof', name: 'proof', component: () => import('./ProofPage.vue'), meta: { ability: 'seeFigures', title: 'proof.title' } },
]
