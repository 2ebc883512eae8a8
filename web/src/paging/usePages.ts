import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { problemFrom, type Problem } from '../api/problem'

/** A page of any list. */
export interface Page<T> {
  readonly items: readonly T[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
  /** How many there are in all; told with the first page only. */
  readonly count?: number | null
}

export interface Pages<P extends Page<unknown> = Page<unknown>> {
  readonly page: Readonly<Ref<P | null>>
  readonly problem: Readonly<Ref<Problem | null>>
  readonly loading: Readonly<Ref<boolean>>
  readonly number: ComputedRef<number>
  /** How many there are in all, as the first page told; null until then. */
  readonly count: Readonly<Ref<number | null>>
  next(): void
  first(): void
  /** Reads the page shown once more. */
  again(): void
}

/** A list read page by page behind cursors; begins anew whenever `question` changes. */
export function usePages<P extends Page<unknown>>(question: () => unknown, fetchPage: (after: string | null, signal: AbortSignal) => Promise<P>): Pages<P> {
  const page = shallowRef(null) as Ref<P | null>
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
    again: () => void load(),
  }
}
