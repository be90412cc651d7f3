import { type DataOf, defineEvent } from '@muster/event-store'
import * as v from 'valibot'
import { hashOfText } from './hash-of-text.ts'

const id = v.pipe(v.string(), v.uuid())
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const captured = {
  articleId: id,
  feedId: id,
  entryId: v.string(),
  outlet: v.string(),
  url: v.nullable(v.string()),
  publishedAt: v.pipe(v.string(), v.isoTimestamp()),
  publishedBasis: v.picklist(['stated', 'first-seen']),
  snapshotHash: hash,
}
const revised = { articleId: id, feedId: id, snapshotHash: hash }
const title = v.nullable(v.string())

/** Its headline is kept where its text is, so that a takedown removes both. */
const titleHash = v.nullable(hash)

// Version 1 had the headline itself, which the log would keep for ever.
function hashTitle<T extends { title: string | null }>({ title, ...rest }: T) {
  return { ...rest, titleHash: title === null ? null : hashOfText(title) }
}

/** An article was seen for the first time. */
export const articleCaptured = defineEvent('ArticleCaptured', v.strictObject({ ...captured, title }))
  .next(v.strictObject({ ...captured, titleHash }), hashTitle)
  // Articles with nearly the same text are one report, named by the hash of the text that came first. It is
  // written down because what was known of other texts at that moment is not kept. Version 2 knew copies by their
  // very same text.
  .next(v.strictObject({ ...captured, titleHash, reportId: hash }), (old) => ({
    ...old,
    reportId: old.snapshotHash,
  }))
  // Where the feed carries a summary alone, the text may be that of the page; `pageFailure` names why it is not, though
  // it was wanted. Version 3 knew the feed's text alone.
  .next(
    v.strictObject({
      ...{ ...captured, titleHash, reportId: hash },
      textBasis: v.picklist(['feed', 'page']),
      pageFailure: v.nullable(v.string()),
    }),
    (old) => ({ ...old, textBasis: 'feed' as const, pageFailure: null }),
  )

/** The text of an article was seen changed. */
export const articleRevised = defineEvent('ArticleRevised', v.strictObject({ ...revised, title })).next(
  v.strictObject({ ...revised, titleHash }),
  hashTitle,
)

/** The page of an article was missing, by this status, and missing again an hour later. Its claims stand: they were made. */
export const articleGone = defineEvent('ArticleGone', v.strictObject({ articleId: id, status: v.number() }))

/** The texts and headlines of an article were taken down; `hashes` are their names. */
export const articleTextRemoved = defineEvent(
  'ArticleTextRemoved',
  v.strictObject({ articleId: id, hashes: v.array(hash), reason: v.string() }),
)

/** Data of the event ArticleCaptured. */
export type ArticleCaptured = DataOf<typeof articleCaptured>

/** Data of the event ArticleRevised. */
export type ArticleRevised = DataOf<typeof articleRevised>
