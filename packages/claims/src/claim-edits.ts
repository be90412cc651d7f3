import type { ExtractedClaim } from '@muster/extraction'
import { deterministicId } from '@muster/runtime'
import type { ClaimRecorded } from './events.ts'
import { matchClaims } from './match-claims.ts'
import { placeAfterEdit } from './place-after-edit.ts'
import type { ArticleReading } from './read-article.ts'

/** What a reading of an article makes of its claims. `kept` say what they said, with the span where they stand now. */
export type ClaimEdits = {
  recorded: ClaimRecorded[]
  revised: { before: ClaimRecorded; after: ClaimRecorded }[]
  withdrawn: ClaimRecorded[]
  kept: { before: ClaimRecorded; after: ClaimRecorded }[]
}

type Candidate = Omit<ClaimRecorded, 'claimId'> & { quote: string }

/** Compares what an article claims with a reading of its present text; `texts` are those that the claims stand in. */
export function claimEdits(
  live: Map<string, ClaimRecorded>,
  reading: Extract<ArticleReading, { kind: 'read' }>,
  texts: Map<string, string>,
): ClaimEdits {
  const placeIn = new Map([...texts].map(([hash, text]) => [hash, placeAfterEdit(text, reading.text)]))
  const match = matchClaims(
    [...live.values()],
    reading.claims.map((claim) => toCandidate(reading, claim)),
    (claim) => placeIn.get(claim.snapshotHash)?.(claim) ?? null,
  )
  const gone = new Set(match.withdrawn.map(({ claimId }) => claimId))
  const taken = new Set([...live.keys()].filter((id) => !gone.has(id)))
  return {
    recorded: match.added.map((claim) => toNew(claim, taken)),
    revised: match.revised.map((pair) => ({ before: pair.before, after: toSame(pair) })),
    withdrawn: match.withdrawn.filter(({ claimId }) => !taken.has(claimId)),
    kept: match.kept.map((pair) => ({ before: pair.before, after: toSame(pair) })),
  }
}

function toCandidate(
  { capture }: Extract<ArticleReading, { kind: 'read' }>,
  claim: ExtractedClaim,
): Candidate {
  const { articleId, snapshotHash, reportId, outlet, publishedAt } = capture
  return { articleId, snapshotHash, reportId, outlet, publishedAt, ...claim }
}

function toSame({ before, after }: { before: ClaimRecorded; after: Candidate }): ClaimRecorded {
  const { quote: _quote, ...said } = after
  return { ...said, claimId: before.claimId }
}

/** The id is made of what the claim says; where others of the article have it, of how many said so before. */
function toNew({ quote, ...said }: Candidate, taken: Set<string>): ClaimRecorded {
  const { articleId, low, high, unit, item, predicate, actor, placeIds, status, extent, origin } = said
  const meaning = JSON.stringify([
    quote,
    low,
    high,
    unit,
    item,
    predicate,
    actor,
    placeIds,
    status,
    extent,
    origin,
  ])
  for (let nth = 1; ; nth++) {
    const claimId = deterministicId('claim', articleId, meaning, nth)
    if (taken.has(claimId)) continue
    taken.add(claimId)
    return { ...said, claimId }
  }
}
