const LONGEST_HOLD_MS = 48 * 3600 * 1000

/** Until when a Retry-After header (seconds or a date) wants no request, at most 48 hours; null when it says nothing. */
export function readRetryAfter(header: string | null, now: Date): Date | null {
  const text = header?.trim() ?? ''
  const at = /^\d+$/.test(text) ? now.getTime() + 1000 * Number(text) : Date.parse(text)
  if (Number.isNaN(at)) return null
  return new Date(Math.min(Math.max(at, now.getTime()), now.getTime() + LONGEST_HOLD_MS))
}
