import type { Transaction } from '@muster/postgres'
import {
  findNewestPrint,
  findPrints,
  forgetPrints,
  insertPrintKeys,
  type KeptPrint,
  keepPrint,
} from '../store.ts'
import { bandKeys } from './band-keys.ts'
import { likeness } from './likeness.ts'
import { bytesOfPrint, printOfBytes } from './print-bytes.ts'
import { FEWEST_SHINGLES, printText, type TextPrint } from './print-text.ts'

/** An article that is seen for the first time. */
export type NewArticle = { articleId: string; text: string; snapshotHash: string; publishedAt: Date }

/** Half of the shorter text: what agencies send is cut, led anew and added to, but not written anew. */
const SAME_REPORT = 0.5
/** Copies appear within days; without an end each look-up would cost more than the one before. */
const WINDOW_MS = 30 * 24 * 3600 * 1000

/**
 * Which report an article is: that of the earliest article of the same month with nearly the same text, also when
 * one of them is cut or has another beginning, or else its own. Articles are kept one after the other, each until
 * the transaction ends, so that of two copies that come at once one sees the other.
 */
export async function findReport(tx: Transaction, article: NewArticle, now: Date): Promise<string> {
  const { articleId, snapshotHash, publishedAt } = article
  const print = printText(article.text)
  if ((print[0]?.shingles ?? 0) < FEWEST_SHINGLES) return snapshotHash
  const keys = bandKeys(print)
  const published = daysAround(publishedAt)
  // All that takes time is done before the lock, behind which only what came meanwhile is looked at.
  await forgetPrints(tx, new Date(now.getTime() - WINDOW_MS))
  const newest = await findNewestPrint(tx)
  const found = reportOf(print, await findPrints(tx, keys, published))
  await insertPrintKeys(tx, articleId, keys)
  const row = { articleId, publishedAt, capturedAt: now, bytes: bytesOfPrint(print), keys }
  const own = { ...row, reportId: found ?? snapshotHash }
  const meanwhile = await keepPrint(tx, own, newest, published)
  const last = meanwhile.at(-1)
  if (!last) return own.reportId
  const reportId = found ?? reportOf(print, meanwhile) ?? snapshotHash
  await keepPrint(tx, { ...row, reportId }, last.nth, published)
  return reportId
}

/** The report of the earliest of these prints that a print is nearly the same as. */
const reportOf = (print: TextPrint, prints: KeptPrint[]): string | undefined =>
  prints.find(({ bytes }) => likeness(print, printOfBytes(bytes)) >= SAME_REPORT)?.reportId

const daysAround = (instant: Date) => ({
  from: new Date(instant.getTime() - WINDOW_MS),
  to: new Date(instant.getTime() + WINDOW_MS),
})
