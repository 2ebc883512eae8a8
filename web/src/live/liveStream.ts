import { getDated, urlOf } from '../api/http'
import { problemFrom, type Problem } from '../api/problem'
import type { Frame, Watermark } from './figures'
import type { LiveMessage, Question } from './liveState'
import { retryDelay } from './retry'

/**
 * A stream that says nothing for so long is taken for dead. Watermarks come every few seconds while the sources live; when
 * they do not, all screens fall silent at once, so each waits up to half as long again.
 */
const silenceMillis = 40_000

export interface LiveStream {
  /** Fetches the snapshot again beside the running stream. */
  refresh(): void
  close(): void
}

/**
 * Follows the figures: the snapshot first, then the stream, again and again with growing, jittered pauses. Every event
 * holds absolute values, so what is heard twice does no harm and what was missed comes with the next snapshot.
 */
export function followFigures(question: Question, dispatch: (message: LiveMessage) => void): LiveStream {
  const parameters = { asOf: question.asOf, county: question.county }
  const aborting = new AbortController()
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0

  async function snapshot(): Promise<void> {
    const { body, serverTime } = await getDated<Frame>('/api/reporting/figures', parameters, aborting.signal)
    clock.set(serverTime)
    dispatch({ type: 'snapshot', frame: body, at: clock.now() })
  }

  async function start(): Promise<void> {
    try {
      await snapshot()
    } catch (thrown) {
      if (aborting.signal.aborted) return
      const problem = problemFrom(thrown)
      if (isFinal(problem)) dispatch({ type: 'refused', problem, at: clock.now() })
      else again()
      return
    }
    if (!aborting.signal.aborted) listen()
  }

  function listen(): void {
    source = new EventSource(urlOf('/api/reporting/figures/stream', parameters))
    source.onopen = () => {
      dispatch({ type: 'connected', at: clock.now() })
      watchSilence()
    }
    source.onerror = again
    source.addEventListener('frame', (event) => heard({ type: 'frame', frame: JSON.parse(event.data) as Frame, at: clock.now() }))
    source.addEventListener('watermark', (event) =>
      heard({ type: 'watermark', watermark: JSON.parse(event.data) as Watermark, at: clock.now() }),
    )
  }

  function heard(message: LiveMessage): void {
    attempt = 0
    watchSilence()
    dispatch(message)
  }

  function watchSilence(): void {
    clearTimeout(timer)
    timer = setTimeout(again, silenceMillis * (1 + Math.random() / 2))
  }

  function again(): void {
    source?.close()
    clearTimeout(timer)
    const delay = retryDelay(attempt++, Math.random())
    dispatch({ type: 'disconnected', retryAt: clock.now() + delay, at: clock.now() })
    timer = setTimeout(() => void start(), delay)
  }

  void start()
  return {
    refresh: () => void snapshot().catch(() => {}),
    close: () => {
      aborting.abort()
      source?.close()
      clearTimeout(timer)
    },
  }
}

/** Trying again would not help: signed out, not allowed, or not understood. */
function isFinal(problem: Problem): boolean {
  return problem.status >= 400 && problem.status < 500 && problem.status !== 408 && problem.status !== 429
}

const negligibleSkewMillis = 2_000

/** The server's clock as far as its `Date` header tells it (whole seconds): a browser's wrong clock must not make data look old. */
export const clock = {
  skew: 0,
  set(serverTime: number | null): void {
    if (serverTime === null) return
    const skew = serverTime + 500 - Date.now()
    clock.skew = Math.abs(skew) < negligibleSkewMillis ? 0 : skew
  },
  now(): number {
    return Date.now() + clock.skew
  },
}
