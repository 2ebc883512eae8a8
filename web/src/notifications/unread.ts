import { ref } from 'vue'
import { fetchUnread } from './notifications'

const everyMillis = 15_000

/** How many notifications the reader has not seen; null until it is known. */
export const unread = ref<number | null>(null)

/** Asks now and every quarter of a minute until it is told to stop; a failure leaves the number as it was. */
export function watchUnread(): () => void {
  const asking = new AbortController()
  const ask = async (): Promise<void> => {
    try {
      unread.value = await fetchUnread(asking.signal)
    } catch {
      // The bell keeps what it knew; the page itself says when the service is away.
    }
  }
  void ask()
  const timer = setInterval(() => void ask(), everyMillis)
  return () => {
    clearInterval(timer)
    asking.abort()
  }
}
