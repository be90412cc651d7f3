import type { Transaction } from '@muster/postgres'
import {
  findNewestPrint,
  findPrints,
  forgetPrints,
  insertPrintKeys,
  insertPrints,
  type KeptPrint,
  type LaterPrint,
  lockPrints,
} from '../store.ts'
import { bandKeys } from './band-keys.ts'
import { likeness } from './likeness.ts'
import { bytesOfPrint, printOfBytes } from './print-bytes.ts'
import { FEWEST_SHINGLES, printText, type TextPrint } from './print-text.ts'

/** An article that is seen for the first time. */
export type NewArticle = { articleId: string; text: string; snapshotHash: string; publishedAt: Date }

/** An article with what it is looked up by, and its report, where an article that was kept before is of it. */
type Draft = NewArticle & { print: TextPrint; keys: number[]; found: string | undefined }

/** Half of the shorter text: what agencies send is cut, led anew and added to, but not written anew. */
const SAME_REPORT = 0.5
/** Copies appear within days; without an end each look-up would cost more than the one before. */
const WINDOW_MS = 30 * 24 * 3600 * 1000

/**
 * Which report each of these articles is, by their ids: that of the earliest article of the same month with nearly the
 * same text, also when one of them is cut or has another beginning, or else its own. Articles are kept one
 * transaction after the other, each until its end, so that of two copies that come at once one sees the other.
 */
export async function findReports(
  tx: Transaction,
  articles: NewArticle[],
  now: Date,
): Promise<Map<string, string>> {
  const reports = new Map(articles.map(({ articleId, snapshotHash }) => [articleId, snapshotHash]))
  const told = articles.map(toDraft).filter(({ print }) => (print[0]?.shingles ?? 0) >= FEWEST_SHINGLES)
  if (told.length === 0) return reports
  // All that takes time is done before the lock, behind which only what came meanwhile is looked at.
  await forgetPrints(tx, new Date(now.getTime() - WINDOW_MS), told.length)
  const newest = await findNewestPrint(tx)
  for (const draft of told) draft.found = reportOf(draft, await findPrints(tx, draft.keys, daysAround(draft)))
  await insertPrintKeys(tx, told)
  const later = await lockPrints(tx, newest)
  const kept = told.map((draft) => {
    const reportId = draft.found ?? reportOf(draft, later.filter(isNear(draft))) ?? draft.snapshotHash
    const row = { ...draft, reportId, bytes: bytesOfPrint(draft.print) }
    later.push(row)
    return row
  })
  await insertPrints(tx, kept, now)
  for (const { articleId, reportId } of kept) reports.set(articleId, reportId)
  return reports
}

function toDraft(article: NewArticle): Draft {
  const print = printText(article.text)
  return { ...article, print, keys: bandKeys(print), found: undefined }
}

/** The report of the earliest of these prints that a print is nearly the same as. */
const reportOf = ({ print }: Draft, prints: Pick<KeptPrint, 'reportId' | 'bytes'>[]): string | undefined =>
  prints.find(({ bytes }) => likeness(print, printOfBytes(bytes)) >= SAME_REPORT)?.reportId

/** Prints that share a key with an article's and are of the same month. */
function isNear(draft: Draft): (kept: LaterPrint) => boolean {
  const own = new Set(draft.keys)
  const { from, to } = daysAround(draft)
  return ({ keys, publishedAt }) =>
    publishedAt >= from && publishedAt <= to && keys.some((key) => own.has(key))
}

const daysAround = ({ publishedAt }: NewArticle) => ({
  from: new Date(publishedAt.getTime() - WINDOW_MS),
  to: new Date(publishedAt.getTime() + WINDOW_MS),
})
