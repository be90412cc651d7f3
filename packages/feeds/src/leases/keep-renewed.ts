/** How long a right lasts that is not renewed, so that what a dead process had is free again soon. */
export const LEASE_MS = 25_000

/**
 * Renews a right three times in its length until it is told to stop, which waits for what is under way. A right that
 * cannot be renewed runs out.
 */
export function keepRenewed(leaseMs: number, renew: () => Promise<unknown>): () => Promise<void> {
  let underWay: Promise<unknown> | null = null
  const end = (): void => {
    underWay = null
  }
  const timer = setInterval(() => {
    underWay ??= renew().then(end, end)
  }, leaseMs / 3)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await underWay
  }
}
