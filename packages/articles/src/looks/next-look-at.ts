import { jitterOf } from '@muster/feeds'

const HOUR_MS = 3600 * 1000
const DAY_MS = 24 * HOUR_MS
/** Corrections come within the hour, most others within a day. */
const AFTER_MS = [HOUR_MS, DAY_MS, 7 * DAY_MS]

/**
 * When the page of an article is looked at next: about an hour, a day and a week after it was captured, each up to a tenth
 * sooner or later. Of looks that were missed only the last is made up for; null after the last.
 */
export function nextLookAt(articleId: string, capturedAt: Date, now: Date): Date | null {
  const jitter = jitterOf(articleId)
  const times = AFTER_MS.map((after) => Math.round(capturedAt.getTime() + after * jitter))
  const next = times.find((time) => time > now.getTime())
  return next === undefined ? null : new Date(next)
}

/** When a look is made again that said nothing for sure: in an hour, unless the next is sooner; null a day after the last. */
export function lookAgainAt(articleId: string, capturedAt: Date, now: Date): Date | null {
  const next = nextLookAt(articleId, capturedAt, now)
  const again = now.getTime() + HOUR_MS
  if (next) return new Date(Math.min(again, next.getTime()))
  return again < capturedAt.getTime() + 8 * DAY_MS ? new Date(again) : null
}
