import type { Transaction } from '@muster/postgres'
import { findPrints, insertPrint, lockPrints } from '../store.ts'
import { bandKeys } from './band-keys.ts'
import { likeness } from './likeness.ts'
import { bytesOfPrint, printOfBytes } from './print-bytes.ts'
import { printText } from './print-text.ts'

/** An article that is seen for the first time. */
export type NewArticle = { articleId: string; text: string; snapshotHash: string; publishedAt: Date }

/** Half of the shorter text: what agencies send is cut, led anew and added to, but not written anew. */
const SAME_REPORT = 0.5
/** Two short summaries that differ in the number they tell have most of their words in common. */
const FEWEST_SHINGLES = 30
/** Copies appear within days; without an end each look-up would cost more than the one before. */
const WINDOW_MS = 30 * 24 * 3600 * 1000

/**
 * Which report an article is: that of the earliest article of the same month with nearly the same text, also when
 * one of them is cut or has another beginning, or else its own. Articles are looked up one after the other, until
 * the transaction ends, so that of two copies that come at once one sees the other.
 */
export async function findReport(tx: Transaction, article: NewArticle, now: Date): Promise<string> {
  const { articleId, snapshotHash, publishedAt } = article
  const print = printText(article.text)
  if ((print[0]?.shingles ?? 0) < FEWEST_SHINGLES) return snapshotHash
  const keys = bandKeys(print)
  await lockPrints(tx)
  const earlier = await findPrints(tx, keys, daysAround(publishedAt))
  const reportId = earlier.find(({ bytes }) => likeness(print, printOfBytes(bytes)) >= SAME_REPORT)?.reportId
  const row = { articleId, reportId: reportId ?? snapshotHash, publishedAt, bytes: bytesOfPrint(print), keys }
  await insertPrint(tx, row, { capturedAt: now, forgetBefore: new Date(now.getTime() - WINDOW_MS) })
  return row.reportId
}

const daysAround = (instant: Date) => ({
  from: new Date(instant.getTime() - WINDOW_MS),
  to: new Date(instant.getTime() + WINDOW_MS),
})
