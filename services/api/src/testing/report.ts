import { articleStream, captureEntry, hashOfText } from '@muster/articles'
import { type ClaimRecorded, claimRecorded } from '@muster/claims'
import { createEstimatesProjection } from '@muster/deltas'
import { append, runProjection } from '@muster/event-store'
import { addFeed } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { quiet } from '@muster/testing'

/** An article with one claim: the words of the text that it points at, and what differs from the usual claim. */
export type Report = {
  outlet: string
  text: string
  quote: string
  at: string
  claim?: Partial<ClaimRecorded>
}

const USUAL_CLAIM = {
  low: 10_000,
  high: 10_000,
  qualifier: 'exact',
  unit: 'personnel',
  item: 'troops',
  predicate: 'deployed',
  actor: 'PRK',
  places: ['Russia'],
  placeIds: ['RU'],
  status: 'actual',
  extent: 'total',
  source: null,
  origin: null,
  effectiveDate: null,
  confidence: 0.9,
} as const

/** Records an article and its claim as the services do, and projects them. Answers with their ids. */
export async function report(pool: Pool, told: Report): Promise<{ articleId: string; claimId: string }> {
  const publishedAt = new Date(told.at)
  const { feed } = await addFeed(
    pool,
    { url: `https://${told.outlet}.example/feed`, outlet: told.outlet },
    publishedAt,
  )
  const entry = {
    id: `https://${told.outlet}.example/${told.at}`,
    link: null,
    title: null,
    text: told.text,
    publishedAt,
    outlet: null,
  }
  const captured = await captureEntry(pool, feed, entry, publishedAt)
  if (captured.kind === 'empty') throw new Error('a report needs a text')
  const claimId = deterministicId('claim', captured.articleId)
  await recordClaim(pool, told, captured.articleId, claimId)
  await project(pool)
  return { articleId: captured.articleId, claimId }
}

async function recordClaim(pool: Pool, told: Report, articleId: string, claimId: string): Promise<void> {
  const start = told.text.indexOf(told.quote)
  const data: ClaimRecorded = {
    ...USUAL_CLAIM,
    places: [...USUAL_CLAIM.places],
    placeIds: [...USUAL_CLAIM.placeIds],
    ...told.claim,
    claimId,
    articleId,
    snapshotHash: hashOfText(told.text),
    reportId: hashOfText(told.text),
    start,
    end: start + told.quote.length,
    outlet: told.outlet,
    publishedAt: told.at,
  }
  await append(pool, deterministicId('append', claimId), [
    {
      stream: articleStream(articleId),
      expected: 'any',
      events: [{ type: claimRecorded, data, occurredAt: new Date(told.at) }],
    },
  ])
}

/** Projects everything that is in the log. */
export async function project(pool: Pool): Promise<void> {
  const projection = createEstimatesProjection()
  while ((await runProjection(pool, projection, quiet)).events > 0);
}
