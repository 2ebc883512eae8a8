import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { problemFrom, type Problem } from '../api/problem'
import { fetchImport, isOver, type Department, type Import } from './imports'

export type Followed =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'known'; readonly import: Import }
  | { readonly kind: 'lost'; readonly problem: Problem }

const pollMillis = 500

/** Follows the import with the given id until it is over; a lost connection is only a longer wait. */
export function useImport(id: Ref<string | null>, department: Department): Readonly<ShallowRef<Followed>> {
  const followed = shallowRef<Followed>({ kind: 'none' })
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(asked: string): Promise<void> {
    try {
      const found = await fetchImport(asked, department)
      if (id.value !== asked) return
      followed.value = { kind: 'known', import: found }
      if (!isOver(found.status)) timer = setTimeout(() => void look(asked), pollMillis)
    } catch (thrown) {
      if (id.value !== asked) return
      const problem = problemFrom(thrown)
      if (problem.status === 0 || problem.status >= 500) timer = setTimeout(() => void look(asked), pollMillis * 4)
      else followed.value = { kind: 'lost', problem }
    }
  }

  watch(
    id,
    (asked) => {
      clearTimeout(timer)
      followed.value = asked === null ? { kind: 'none' } : { kind: 'loading' }
      if (asked !== null) void look(asked)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return followed
}
