/** When a delivery is tried again after `attempts` attempts, `pauses` being in seconds; null when that was the last. */
export function deliverySchedule(attempts: number, now: Date, pauses: number[]): Date | null {
  const pause = pauses[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause * 1000)
}
