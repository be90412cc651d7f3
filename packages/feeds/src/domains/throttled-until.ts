const HALF_AN_HOUR_MS = 30 * 60 * 1000
const LONGEST_HOLD_MS = 48 * 3600 * 1000

/**
 * Until when a domain that said 429 or 503 is not asked: when it says, or half an hour from now, doubled for each time in
 * a row that it has said so before, 48 hours at most.
 */
export function throttledUntil({ retryAt }: { retryAt: Date | null }, before: number, now: Date): Date {
  const pause = HALF_AN_HOUR_MS * 2 ** Math.min(before, 20)
  return retryAt ?? new Date(now.getTime() + Math.min(pause, LONGEST_HOLD_MS))
}
