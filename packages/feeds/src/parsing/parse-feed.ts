import { createHash } from 'node:crypto'
import RssParser from 'rss-parser'
import { decodeBody } from './decode-body.ts'
import { htmlToText } from './html-to-text.ts'
import { setBodiesAside } from './set-bodies-aside.ts'

/** A document that is no feed, or too broken to be read as one. */
export class NotAFeedError extends Error {
  override name = 'NotAFeedError'
}

/** One entry as it is read. `text` is plain text; `publishedAt` is null when the feed does not say. */
export type ParsedEntry = {
  id: string
  link: string | null
  title: string | null
  text: string
  publishedAt: Date | null
  outlet: string | null
}

export type ParsedFeed = { title: string | null; link: string | null; items: ParsedEntry[] }

type RssItem = {
  title?: unknown
  link?: string
  guid?: unknown
  id?: unknown
  pubDate?: string
  isoDate?: string
  content?: string
  summary?: string
  encoded?: string
  source?: unknown
}

const MAX_ENTRIES = 500

const parser = new RssParser<object, RssItem>({
  customFields: {
    item: [
      ['source', 'source'],
      ['content:encoded', 'encoded'],
    ],
  },
})

/**
 * Reads RSS 0.9x to 2.0, RDF or Atom. `url` resolves relative links. Throws NotAFeedError.
 * An RSS item's `<source>` names the outlet of a copied article, as news aggregators use it.
 */
export async function parseFeed(body: Buffer, contentType: string | null, url: string): Promise<ParsedFeed> {
  const { skeleton, bodies } = setBodiesAside(decodeBody(body, contentType))
  const feed = await parser.parseString(skeleton).catch((error: unknown) => {
    throw new NotAFeedError(error instanceof Error ? error.message.split('\n')[0] : String(error), {
      cause: error,
    })
  })
  const entries = feed.items.slice(0, MAX_ENTRIES).map((item) => toEntry(item, bodies, url))
  return { title: plain(feed.title), link: absolute(feed.link, url), items: withOwnIds(entries) }
}

function toEntry(item: RssItem, bodies: string[], base: string): ParsedEntry {
  const title = plain(item.title)
  const link = absolute(item.link, base)
  const date = item.isoDate ?? item.pubDate
  const text = htmlToText(bodyOf(item, bodies))
  return {
    id: idText(item.guid) ?? idText(item.id) ?? link ?? hash(`${title}\n${date ?? text}`),
    link,
    title,
    text,
    publishedAt: readDate(date),
    outlet: plain(item.source),
  }
}

/** An id that several entries of a document share tells none of them; what else they say is added to it. */
function withOwnIds(entries: ParsedEntry[]): ParsedEntry[] {
  const shared = (list: ParsedEntry[]) => {
    const ids = list.map(({ id }) => id)
    return (id: string) => ids.indexOf(id) !== ids.lastIndexOf(id)
  }
  const isShared = shared(entries)
  const linked = entries.map((entry) =>
    isShared(entry.id) && entry.link ? { ...entry, id: `${entry.id} ${entry.link}` } : entry,
  )
  const isStillShared = shared(linked)
  return linked.map((entry) =>
    isStillShared(entry.id)
      ? { ...entry, id: `${entry.id} ${hash(`${entry.title}\n${entry.text}`)}` }
      : entry,
  )
}

/** An id with attributes arrives as an object; an empty one is none. Postgres stores no NUL. */
function idText(value: unknown): string | null {
  const text = typeof value === 'object' && value !== null ? (value as { _?: unknown })._ : value
  return typeof text === 'string' ? text.replaceAll('\0', '').trim() || null : null
}

function bodyOf({ encoded, content, summary }: RssItem, bodies: string[]): string {
  const numbers = [encoded, content, summary].flatMap((number) => (number ? [Number(number)] : []))
  const texts = numbers.map((number) => bodies[number] ?? '')
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
}

/** Titles and sources arrive as text or as an object of text and attributes. */
function plain(value: unknown): string | null {
  const text = typeof value === 'object' && value !== null ? (value as { _?: unknown })._ : value
  return typeof text === 'string' ? htmlToText(text).replaceAll('\n\n', ' ') || null : null
}

function absolute(link: string | undefined, base: string): string | null {
  const url = link && URL.canParse(link, base) ? new URL(link, base) : null
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}

function readDate(date: string | undefined): Date | null {
  const at = date ? new Date(date) : null
  return at && !Number.isNaN(at.getTime()) ? at : null
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
