import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { problemFrom, type Problem } from '../api/problem'
import type { WorkerPage } from './workers'

type FetchPage = (after: string | null, signal: AbortSignal) => Promise<WorkerPage>

export interface Pages {
  readonly page: Readonly<Ref<WorkerPage | null>>
  readonly problem: Readonly<Ref<Problem | null>>
  readonly loading: Readonly<Ref<boolean>>
  readonly number: ComputedRef<number>
  /** How many there are in all, as the first page told; null until then. */
  readonly count: Readonly<Ref<number | null>>
  next(): void
  first(): void
}

/** A list read page by page behind cursors; begins anew whenever `question` changes. */
export function usePages(question: () => unknown, fetchPage: FetchPage): Pages {
  const page = shallowRef<WorkerPage | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const count = ref<number | null>(null)
  const cursors = ref<readonly (string | null)[]>([null])
  let fetching = new AbortController()

  async function load(): Promise<void> {
    fetching.abort()
    const own = (fetching = new AbortController())
    loading.value = true
    try {
      const found = await fetchPage(cursors.value.at(-1) ?? null, own.signal)
      page.value = found
      count.value = found.count ?? count.value
      problem.value = null
    } catch (thrown) {
      if (!own.signal.aborted) problem.value = problemFrom(thrown)
    } finally {
      if (fetching === own) loading.value = false
    }
  }
  function goTo(next: readonly (string | null)[]): void {
    cursors.value = next
    void load()
  }

  const begin = (): void => {
    count.value = null
    goTo([null])
  }
  watch(question, begin, { immediate: true, deep: true })
  onScopeDispose(() => fetching.abort())
  return {
    page,
    problem,
    loading,
    count,
    number: computed(() => cursors.value.length),
    next: () => goTo([...cursors.value, page.value?.next ?? null]),
    first: () => goTo([null]),
  }
}
