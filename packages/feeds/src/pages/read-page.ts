import { decodeBody } from '../parsing/decode-body.ts'
import { isBinary } from '../parsing/is-binary.ts'
import { findArticleBody } from './find-article-body.ts'
import { mainText } from './main-text.ts'
import { surveyHtml } from './survey-html.ts'

/** A page as it came. `feedLength` is how many characters of text the feed carried. */
export type PageToRead = { body: Uint8Array; contentType: string | null; feedLength: number }

/** What a page comes to. Why it comes to no text is a name. */
export type PageText = { kind: 'text'; text: string } | { kind: 'no-text'; reason: NoText }

export type NoText =
  | 'page-not-html'
  | 'page-too-large'
  | 'page-too-deep'
  | 'page-too-many-nodes'
  | 'page-no-longer'
  | 'page-too-long'

/** Of 3 MB and more there is no article; what reads a page takes 600 MB for 5 MB of it. */
const MAX_BYTES = 3_000_000
/** Characters: the longest live reports have half of that. What is longer is a list, and would hold extraction up. */
const MAX_TEXT = 200_000

/**
 * The text of the article on a page, paragraphs separated by a blank line: what the page states as its article, where
 * that is longer than what the feed carried, or else what of the page reads as one. A page with no more text than
 * the feed comes to `page-no-longer`. What is too large or nests too deep is not read: 5,000 nested elements hold
 * the library for 13 s.
 */
export function readPage({ body, contentType, feedLength }: PageToRead): PageText {
  if (body.byteLength > MAX_BYTES) return { kind: 'no-text', reason: 'page-too-large' }
  if (!isHtml(contentType) || isBinary(body)) return { kind: 'no-text', reason: 'page-not-html' }
  const html = decodeBody(body, withCharset(contentType, body))
  const survey = surveyHtml(html)
  if (survey.kind !== 'fit') return { kind: 'no-text', reason: `page-${survey.kind}` }
  const stated = findArticleBody(survey.linkedData)
  const text = stated.length > feedLength ? stated : mainText(html)
  if (text.length <= feedLength) return { kind: 'no-text', reason: 'page-no-longer' }
  return text.length > MAX_TEXT ? { kind: 'no-text', reason: 'page-too-long' } : { kind: 'text', text }
}

const isHtml = (contentType: string | null): boolean =>
  contentType === null || /^\s*(text\/html|application\/xhtml\+xml)/i.test(contentType)

/** The charset that the page declares, where the header names none. */
function withCharset(contentType: string | null, body: Uint8Array): string | null {
  if (/charset\s*=/i.test(contentType ?? '')) return contentType
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 2_000)).toString('latin1')
  const declared = /<meta\s[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  return declared ? `text/html; charset=${declared}` : contentType
}
