import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { problemFrom, type Problem } from '../api/problem'

const refreshMillis = 15_000

export interface Refreshed<T> {
  readonly value: ShallowRef<T | null>
  readonly problem: ShallowRef<Problem | null>
  readonly busy: Ref<boolean>
  readonly load: () => Promise<void>
}

/** What a service says, asked again when the question changes and every quarter of a minute, so that it is live. */
export function useRefreshed<T>(question: () => unknown, fetch: (signal: AbortSignal) => Promise<T>): Refreshed<T> {
  const value = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let fetching = new AbortController()
  async function load(): Promise<void> {
    fetching.abort()
    const own = (fetching = new AbortController())
    busy.value = true
    try {
      value.value = await fetch(own.signal)
      problem.value = null
    } catch (thrown) {
      if (!own.signal.aborted) problem.value = problemFrom(thrown)
    } finally {
      busy.value = false
    }
  }
  watch(question, load, { immediate: true })
  const timer = setInterval(() => void load(), refreshMillis)
  onScopeDispose(() => {
    clearInterval(timer)
    fetching.abort()
  })
  return { value, problem, busy, load }
}
