import { type Claim, findTopicClaims, findTopicClaimsAt } from '@muster/claims'
import { type CountedClaims, claimsOfSeries, type SeriesClaim } from '@muster/estimates'
import { findPositionAt } from '@muster/event-store'
import type { Db } from '@muster/postgres'
import { showClaims } from './show-claims.ts'

type ShownClaim = Awaited<ReturnType<typeof showClaims>>[number]
type Pick = (claims: SeriesClaim[]) => ShownClaim[]

/** `asOf`: only what the world had published by then. `knownAt`: only what Muster had recorded by then. */
export type Moment = { asOf: Date | null; knownAt: Date | null }

/** How many claims that do not speak are shown of each kind. 30,000 of them were an answer of 20 MB. */
export const MOST_OTHERS = 100

/**
 * The estimate and the outlook of a series with the claims that speak and the newest of the others, from one
 * reading of its claims, so that numbers and claims always agree. Null when no claim speaks of the series.
 */
export async function traceEstimate(db: Db, topic: string, place: string, moment: Moment) {
  const topicClaims = await claimsAt(db, topic, moment)
  const { estimate, outlook, parts, denied } = claimsOfSeries(topicClaims, place)
  const wanted = [...toShow(estimate), ...toShow(outlook), ...newest(parts), ...newest(denied)]
  if (wanted.length === 0) return null
  const pick = await showOnly(db, topicClaims, wanted)
  return {
    topic,
    place,
    estimate: trace(estimate, pick),
    outlook: trace(outlook, pick),
    parts: { total: parts.length, claims: pick(newest(parts)) },
    denied: { total: denied.length, claims: pick(newest(denied)) },
  }
}

async function claimsAt(db: Db, topic: string, { asOf, knownAt }: Moment): Promise<Claim[]> {
  if (!asOf && !knownAt) return findTopicClaims(db, [topic])
  const position = knownAt ? await findPositionAt(db, knownAt) : Number.MAX_SAFE_INTEGER
  return findTopicClaimsAt(db, topic, position, asOf)
}

/** The claims by which origins speak, then the newest of the others. */
function toShow({ spoken, behind }: CountedClaims): SeriesClaim[] {
  const speaking = new Set(spoken)
  const others = behind.filter((claim) => !speaking.has(claim))
  return [...behind.filter((claim) => speaking.has(claim)).reverse(), ...newest(others)]
}

/** Claims come in the order of recording. */
function newest(claims: SeriesClaim[]): SeriesClaim[] {
  return claims.slice(-MOST_OTHERS).reverse()
}

async function showOnly(db: Db, claims: Claim[], wanted: SeriesClaim[]): Promise<Pick> {
  const ids = new Set(wanted.map(({ id }) => id))
  const shown = await showClaims(
    db,
    claims.filter(({ id }) => ids.has(id)),
  )
  const shownById = new Map(shown.map((claim) => [claim.id, claim]))
  return (claims) => claims.flatMap(({ id }) => shownById.get(id) ?? [])
}

function trace(basis: CountedClaims, pick: Pick) {
  const { numbers } = basis
  const speaking = new Set(basis.spoken.map(({ id }) => id))
  const claims = pick(toShow(basis)).map((claim) => ({
    ...claim,
    speaksFor: claim.origin ?? `outlet:${claim.outlet}`,
    counts: speaking.has(claim.id),
  }))
  return numbers && { numbers, total: basis.behind.length, claims }
}
