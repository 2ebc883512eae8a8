const firstDelayMillis = 1_000
const longestDelayMillis = 20_000

/**
 * How long to wait before the next attempt: doubling from a second to twenty, and then a random half to whole of it, so
 * that ten thousand screens do not come back in the same instant. `random` is in [0, 1).
 */
export function retryDelay(attempt: number, random: number): number {
  const whole = Math.min(longestDelayMillis, firstDelayMillis * 2 ** attempt)
  return whole * (0.5 + random / 2)
}
