/** How long a right lasts that is not renewed, so that what a dead process had is free again soon. */
export const LEASE_MS = 25_000

/** Renews a right three times in its length until it is told to stop. One that cannot be renewed runs out. */
export function keepRenewed(leaseMs: number, renew: () => Promise<unknown>): () => void {
  const timer = setInterval(() => void renew().catch(() => undefined), leaseMs / 3)
  timer.unref()
  return () => clearInterval(timer)
}
