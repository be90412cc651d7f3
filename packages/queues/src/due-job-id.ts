const MINUTE_MS = 60_000

/**
 * The id of the job for work that is due at a time: the same work gets the same job, so it may be put into the
 * queue as often as one likes. A minute overdue it gets another, in case the first was lost or failed.
 */
export function dueJobId(kind: string, id: string, dueAt: Date, now: Date): string {
  const base = `${kind}-${id}-${dueAt.getTime()}`
  const overdue = now.getTime() - dueAt.getTime()
  return overdue < MINUTE_MS ? base : `${base}-${Math.floor(now.getTime() / MINUTE_MS)}`
}
