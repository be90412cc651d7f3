/** A feed's subscription at its hub. */
export type Push = {
  feedId: string
  hub: string
  topic: string
  token: string
  secret: string
  confirmedAt: Date | null
  leaseUntil: Date | null
  pushedAt: Date | null
  silentUntil: Date | null
}

const DAY_MS = 24 * 3600 * 1000

/** Whether a hub can be relied upon for a day, so that a look a day is enough. */
export function isReliable({ leaseUntil, silentUntil }: Push, now: Date): boolean {
  const lasts = leaseUntil !== null && leaseUntil.getTime() >= now.getTime() + DAY_MS
  return lasts && (silentUntil === null || silentUntil <= now)
}
