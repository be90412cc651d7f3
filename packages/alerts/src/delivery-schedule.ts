/**
 * The pauses, in seconds, before each further attempt. Those of the Standard Webhooks recommendation: the last
 * attempt comes some 28 hours after the first, long enough for a night's outage to be noticed and mended.
 */
const PAUSES = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000]

/** When a delivery is tried again after `attempts` attempts; null when that was the last. */
export function deliverySchedule(attempts: number, now: Date, pauses: number[] = PAUSES): Date | null {
  const pause = pauses[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause * 1000)
}
