import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { clock, followFigures, type LiveStream } from './liveStream'
import { initialState, reduce, type LiveMessage, type LiveState, type Question } from './liveState'

const tickMillis = 1_000

/** The live state of a question that may change; follows the stream while the caller lives. */
export function useLive(question: Ref<Question>): Readonly<ShallowRef<LiveState>> {
  const state = shallowRef(initialState(question.value))
  let stream: LiveStream | null = null

  const dispatch = (message: LiveMessage): void => {
    const missedBefore = state.value.missedFrame
    state.value = reduce(state.value, message)
    if (state.value.missedFrame && !missedBefore) stream?.refresh()
  }

  watch(
    question,
    (asked) => {
      stream?.close()
      dispatch({ type: 'asked', question: asked, at: clock.now() })
      stream = followFigures(asked, dispatch)
    },
    { immediate: true },
  )
  const ticking = setInterval(() => dispatch({ type: 'ticked', at: clock.now() }), tickMillis)
  onScopeDispose(() => {
    stream?.close()
    clearInterval(ticking)
  })
  return state
}
