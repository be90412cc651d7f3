import type { Feed } from '@muster/feeds'
import type { CapturableEntry } from './capture-within.ts'
import { type ArticleCaptured, articleCaptured } from './events.ts'
import { hashOfText } from './hash-of-text.ts'
import type { PageResult } from './looks/look.ts'

/** An entry with the text that its article gets, and what its page came to where that was asked for. */
export type ReadArticle = CapturableEntry & {
  articleId: string
  snapshotHash: string
  page: PageResult | null
}

const EARLIEST = Date.UTC(1990, 0)
const DAY_MS = 24 * 3600 * 1000

/** When an article was published as far as it is known: as stated, or when it was first seen. */
export const publishedAtOf = (article: CapturableEntry, now: Date): Date => statedDate(article, now) ?? now

/** That an article was seen for the first time, as a copy of a report or the first of it. */
export function capturedEvent(feed: Feed, article: ReadArticle, reportId: string, now: Date) {
  const { articleId, snapshotHash, page } = article
  const publishedAt = publishedAtOf(article, now)
  const data: ArticleCaptured = {
    articleId,
    feedId: feed.id,
    entryId: article.id,
    outlet: article.outlet ?? feed.outlet,
    url: article.link,
    titleHash: titleHashOf(article),
    publishedAt: publishedAt.toISOString(),
    publishedBasis: statedDate(article, now) ? 'stated' : 'first-seen',
    snapshotHash,
    reportId,
    textBasis: page?.kind === 'text' ? 'page' : 'feed',
    pageFailure: page?.kind === 'failed' ? page.reason : null,
  }
  return { type: articleCaptured, data, occurredAt: publishedAt }
}

/** The name of a headline. */
export const titleHashOf = ({ title }: Pick<CapturableEntry, 'title'>): string | null =>
  title === null ? null : hashOfText(title)

/** A text and its headline, which is kept like a text, apart from the log: both can be taken down. */
export function textsOf({ title, text }: Pick<CapturableEntry, 'title' | 'text'>): [string, string][] {
  const texts = title === null ? [text] : [text, title]
  return texts.map((each) => [hashOfText(each), each])
}

/** A date far in the future would hold the estimate's window there; one before the web is a mistake as well. */
function statedDate({ publishedAt, isDateClamped }: CapturableEntry, now: Date): Date | null {
  if (!publishedAt || isDateClamped) return null
  const time = publishedAt.getTime()
  return time >= EARLIEST && time <= now.getTime() + DAY_MS ? publishedAt : null
}
