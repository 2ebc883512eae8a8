import { inject, type InjectionKey } from 'vue'
import type { Department } from './imports'

/** Whose imports a page is about. */
export const importDepartment: InjectionKey<Department> = Symbol('department')

export function useDepartment(): Department {
  return inject(importDepartment, 'employment')
}
