import { append, readStream, type StoredEvent } from '@muster/event-store'
import type { Pool, Transaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { appendRevision } from '../append-revision.ts'
import { likeness } from '../copies/likeness.ts'
import { FEWEST_SHINGLES, printText } from '../copies/print-text.ts'
import { articleGone, articleTextRemoved } from '../events.ts'
import { hashOfText } from '../hash-of-text.ts'
import { type ArticleCapture, articleStream, latestCapture } from '../latest-capture.ts'
import { findSnapshots, saveSnapshots } from '../store.ts'
import { withoutRaces } from '../without-races.ts'
import type { PageLook, PageSight } from './look.ts'
import { lookAgainAt, nextLookAt } from './next-look-at.ts'
import { countOutcome, deleteLook, planLook, takeLook } from './store.ts'

/** What a later look at the page of an article comes to; `snapshotHash` names its new text. */
export type LookOutcome =
  | { kind: 'revised'; articleId: string; snapshotHash: string }
  | { kind: 'unchanged' | 'present' | 'missing' | 'gone' | 'ended' }
  | { kind: 'failed'; reason: string }

/** An article whose page was looked at, as it stands before that is recorded. */
type Standing = { look: PageLook; events: StoredEvent[]; capture: ArticleCapture }

/**
 * Records what the page of a captured article came to: a changed text is ArticleRevised, a page that is missing at a
 * second look ArticleGone, and all else no event. Plans the next look. Null where that look was done by another.
 */
export async function recordLook(
  pool: Pool,
  seen: PageLook,
  sight: PageSight,
  now: Date,
): Promise<LookOutcome | null> {
  return withoutRaces(pool, async (tx) => {
    const look = await takeLook(tx, seen)
    if (!look?.capturedAt) return null
    const outcome = await judge(tx, look, sight, now)
    await plan(tx, { ...look, capturedAt: look.capturedAt }, outcome, sight, now)
    await countOutcome(tx, outcome.kind, outcome.kind === 'failed' ? outcome.reason : undefined)
    return outcome
  })
}

async function judge(tx: Transaction, look: PageLook, sight: PageSight, now: Date): Promise<LookOutcome> {
  const events = await readStream(tx, articleStream(look.articleId))
  const capture = latestCapture(events)
  const isOver = sight.kind === 'forbidden' || events.some((event) => articleTextRemoved.read(event))
  if (!capture || isOver) return { kind: 'ended' }
  const standing = { look, events, capture }
  if (sight.kind === 'text') return compare(tx, standing, sight.text, now)
  if (sight.kind === 'failed') return { kind: 'failed', reason: sight.reason }
  if (sight.kind === 'present') return sight
  // One missing page may be a server's slip.
  return look.missingAt === null ? { kind: 'missing' } : markGone(tx, standing, sight.status, now)
}

async function compare(
  tx: Transaction,
  { look: { articleId }, events, capture }: Standing,
  text: string,
  now: Date,
): Promise<LookOutcome> {
  const snapshotHash = hashOfText(text)
  if (snapshotHash === capture.snapshotHash) return { kind: 'unchanged' }
  const [before] = await findSnapshots(tx, [capture.snapshotHash])
  if (before && isOther(before.text, text)) return { kind: 'failed', reason: 'page-of-other-text' }
  const data = { articleId, feedId: capture.feedId, snapshotHash, titleHash: capture.titleHash }
  await saveSnapshots(tx, new Map([[snapshotHash, text]]))
  await appendRevision(tx, data, events.length, now)
  return { kind: 'revised', articleId, snapshotHash }
}

/**
 * Whether a text has nothing of the text before it. A notice about cookies or a subscription in the article's place must
 * not withdraw its claims. A stub may grow into anything.
 */
function isOther(before: string, after: string): boolean {
  const print = printText(before)
  return (print[0]?.shingles ?? 0) >= FEWEST_SHINGLES && likeness(print, printText(after)) === 0
}

async function markGone(
  tx: Transaction,
  { look: { articleId }, events }: Standing,
  status: number,
  now: Date,
): Promise<LookOutcome> {
  await append(tx, deterministicId('append', 'gone', articleId, events.length), [
    {
      stream: articleStream(articleId),
      expected: events.length,
      events: [{ type: articleGone, data: { articleId, status }, occurredAt: now }],
    },
  ])
  return { kind: 'gone' }
}

async function plan(
  tx: Transaction,
  look: PageLook & { capturedAt: Date },
  { kind }: LookOutcome,
  sight: PageSight,
  now: Date,
): Promise<void> {
  const { articleId, wants, capturedAt } = look
  const isUnsure = kind === 'missing' || (sight.kind === 'failed' && sight.isPassing)
  const isOver = kind === 'gone' || kind === 'ended'
  const dueAt = isOver ? null : (isUnsure ? lookAgainAt : nextLookAt)(articleId, capturedAt, now)
  if (!dueAt) return deleteLook(tx, articleId)
  // What says nothing of the page leaves open whether it is missing.
  const missingAt = kind === 'missing' ? now : kind === 'failed' ? look.missingAt : null
  await planLook(tx, { articleId, wants, dueAt, capturedAt, missingAt })
}
