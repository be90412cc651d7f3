import { placeLevel } from '@muster/claims'
import type { SeriesClaim } from './estimate.ts'
import { OVERALL } from './place.ts'

const WINDOW_MS = 90 * 24 * 3600 * 1000

/** The claims of one series by the part they play, and of those that count the one by which each origin speaks. */
export type SeriesClaims = {
  estimate: { spoken: Map<string, SeriesClaim>; behind: SeriesClaim[] }
  outlook: { spoken: Map<string, SeriesClaim>; behind: SeriesClaim[] }
  parts: SeriesClaim[]
  denied: SeriesClaim[]
}

/** Sorts the live claims of a topic, in the order of recording, for the series of one place (or OVERALL). */
export function claimsOfSeries(topicClaims: SeriesClaim[], place: string): SeriesClaims {
  const claims = withoutCopies(
    topicClaims.filter(({ placeIds }) => place === OVERALL || placeIds.includes(place)),
  )
  const totals = claims.filter(({ extent }) => extent === 'total')
  return {
    estimate: speak(
      totals.filter(({ status }) => status === 'actual'),
      place,
    ),
    outlook: speak(
      totals.filter(({ status }) => status === 'expected' || status === 'possible'),
      place,
    ),
    parts: claims.filter(({ extent, status }) => extent === 'part' && status !== 'denied'),
    denied: claims.filter(({ status }) => status === 'denied'),
  }
}

/** A claim without a source in a copied text is the first outlet's: the copies say nothing new. */
function withoutCopies(claims: SeriesClaim[]): SeriesClaim[] {
  const seen = new Set<string>()
  return claims.filter(({ origin, snapshotHash, start }) => {
    const key = `${snapshotHash} ${start}`
    if (origin === null && seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function speak(claims: SeriesClaim[], place: string): SeriesClaims['estimate'] {
  const current = claims.filter(isWithinWindow(claims))
  const numbered = current.filter(({ qualifier }) => qualifier !== 'vague')
  const behind = numbered.length > 0 ? numbered : current
  const spoken = new Map<string, SeriesClaim>()
  for (const claim of behind) {
    const origin = claim.origin ?? `outlet:${claim.outlet}`
    const rival = spoken.get(origin)
    if (!rival || speaksBefore(claim, rival, place)) spoken.set(origin, claim)
  }
  return { spoken, behind }
}

/** The window ends at the newest claim, so the answer depends on the log alone and not on the clock. */
function isWithinWindow(claims: SeriesClaim[]): (claim: SeriesClaim) => boolean {
  const newest = claims.reduce((latest, { publishedAt }) => Math.max(latest, publishedAt.getTime()), 0)
  return ({ publishedAt }) => publishedAt.getTime() >= newest - WINDOW_MS
}

/** Overall, an origin speaks by its claim of the widest place; then by its latest published, later recorded. */
function speaksBefore(claim: SeriesClaim, rival: SeriesClaim, place: string): boolean {
  const wider = place === OVERALL ? placeLevel(rival.placeIds) - placeLevel(claim.placeIds) : 0
  if (wider !== 0) return wider > 0
  const later = claim.publishedAt.getTime() - rival.publishedAt.getTime()
  if (later !== 0) return later > 0
  return claim.position >= rival.position
}
