import { escapeText } from 'entities'
import * as v from 'valibot'
import { type DraftEntry, type DraftFeed, MAX_ENTRIES } from './draft.ts'
import { FeedTooLargeError } from './feed-too-large-error.ts'
import { NotAFeedError } from './not-a-feed-error.ts'
import type { Enclosure } from './parsed-feed.ts'
import { readDate } from './read-date.ts'
import { readLine } from './read-line.ts'
import type { Markup } from './read-markup.ts'
import { resolveUrl } from './resolve-url.ts'
import { surveyJson } from './survey-json.ts'
import { withoutControls } from './without-controls.ts'

/** The longest text that is kept: a hundred times an article. */
const MAX_TEXT = 1_000_000
/** A JSON Feed is four deep; five million open brackets would take a third of a gigabyte. */
const MAX_DEPTH = 10_000
/** What 10 MB may hold of them takes another third; an item has some ten. */
const MAX_CONTAINERS = 500_000

/** A field that is not what it should be counts as missing: it loses neither its item nor the others. */
const lenient = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.nullable(schema), null)
const textField = v.optional(
  lenient(
    v.pipe(
      v.string(),
      v.transform((text) => withoutControls(text.slice(0, MAX_TEXT))),
    ),
  ),
  null,
)
const idField = v.optional(
  lenient(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform((id) => withoutControls(String(id))),
    ),
  ),
  null,
)
/** What lies beyond the limit is not looked at: to check three million empty items takes longer than a parse may. */
const list = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.optional(
    v.fallback(
      v.pipe(
        v.custom<unknown[]>(Array.isArray),
        v.transform((items) => items.slice(0, MAX_ENTRIES)),
        v.array(lenient(schema)),
        v.transform((items) => items.filter((item) => item !== null)),
      ),
      [],
    ),
    [],
  )

const author = v.object({ name: textField })
const itemSchema = v.object({
  id: idField,
  url: textField,
  external_url: textField,
  title: textField,
  content_html: textField,
  content_text: textField,
  summary: textField,
  date_published: textField,
  date_modified: textField,
  author: v.optional(lenient(author), null),
  authors: list(author),
  tags: list(v.string()),
  attachments: list(
    v.object({ url: textField, mime_type: textField, size_in_bytes: v.optional(lenient(v.number()), null) }),
  ),
})
const feedSchema = v.object({
  version: v.pipe(v.string(), v.includes('jsonfeed.org')),
  title: textField,
  home_page_url: textField,
  feed_url: textField,
  hubs: list(v.object({ url: textField })),
  items: list(itemSchema),
})

type Item = v.InferOutput<typeof itemSchema>

/** Reads JSON Feed 1.0 and 1.1. Throws NotAFeedError, and FeedTooLargeError of over 500,000 objects and lists. */
export function readJsonFeed(json: string, url: string): DraftFeed {
  const document = parse(json)
  const feed = v.safeParse(feedSchema, document)
  if (!feed.success) throw new NotAFeedError('JSON that is no JSON Feed')
  const { title, home_page_url, feed_url, hubs, items } = feed.output
  return {
    title: readLine(title && escapeText(title)),
    link: resolveUrl(home_page_url, url),
    self: resolveUrl(feed_url, url),
    hubs: hubs.flatMap((hub) => resolveUrl(hub.url, url) ?? []),
    schedule: { minSeconds: null, skipHours: [], skipDays: [] },
    items: items.map((item) => toEntry(item, url)),
    unread: countUnread(document),
  }
}

function countUnread(document: unknown): number {
  const { items } = document as { items?: unknown }
  return Array.isArray(items) ? Math.max(0, items.length - MAX_ENTRIES) : 0
}

function parse(json: string): unknown {
  const { depth, containers } = surveyJson(json)
  if (depth >= MAX_DEPTH) throw new NotAFeedError('JSON that nests too deep')
  if (containers > MAX_CONTAINERS) throw new FeedTooLargeError(`${containers} objects and lists`)
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new NotAFeedError('JSON that cannot be read', { cause: error })
  }
}

function toEntry(item: Item, url: string): DraftEntry {
  const authors = item.authors.length > 0 ? item.authors : [item.author]
  const plain = [item.content_text, item.summary].map((text) => fromPlain(text, url))
  return {
    id: item.id?.trim() || null,
    title: readLine(item.title && escapeText(item.title)),
    link: resolveUrl(item.url, url) ?? resolveUrl(item.external_url, url),
    author: authors.flatMap((each) => each?.name?.trim() || []).join(', ') || null,
    publishedAt: readDate(item.date_published),
    updatedAt: readDate(item.date_modified),
    categories: item.tags.flatMap((tag) => readLine(escapeText(tag)) ?? []),
    enclosures: item.attachments.flatMap((file) => toEnclosure(file, url)),
    outlet: null,
    summary: plain[1] ?? null,
    content: item.content_html?.trim() ? { html: item.content_html.trim(), base: url } : (plain[0] ?? null),
  }
}

/** Plain text keeps its paragraphs. */
function fromPlain(text: string | null, base: string): Markup | null {
  const paragraphs = (text ?? '')
    .trim()
    .split(/(?:\r?\n\s*){2,}/)
    .map(escapeText)
  if (!paragraphs[0]) return null
  const html = paragraphs.length > 1 ? paragraphs.map((each) => `<p>${each}</p>`).join('') : paragraphs[0]
  return { html, base }
}

function toEnclosure(file: Item['attachments'][number], base: string): Enclosure[] {
  const url = resolveUrl(file.url, base)
  return url ? [{ url, type: file.mime_type, length: file.size_in_bytes }] : []
}
