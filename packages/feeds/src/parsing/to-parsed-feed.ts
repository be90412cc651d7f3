import { createHash } from 'node:crypto'
import RssParser from 'rss-parser'
import { cleanHtml } from './clean-html.ts'
import type { DraftEntry, DraftFeed } from './draft.ts'
import { htmlToText } from './html-to-text.ts'
import type { Enclosure, ParsedEntry, ParsedFeed } from './parsed-feed.ts'
import type { Markup } from './read-markup.ts'
import { withOwnIds } from './with-own-ids.ts'
import { writeCanonicalRss } from './write-canonical-rss.ts'

type RssItem = { enclosures?: { $: { url: string; type?: string; length?: string } }[]; outlet?: string }

const MAX_ENTRIES = 2_000
const DAY_MS = 24 * 3600 * 1000

const parser = new RssParser<object, RssItem>({
  customFields: {
    item: [
      ['enclosure', 'enclosures', { keepArray: true }],
      ['source', 'outlet'],
    ],
  },
})

/**
 * What a draft comes to. Every feed goes through rss-parser as RSS 2.0 that it reads without a fault; its texts
 * travel around it by index, because the expression that it runs over each takes time by the square of the length
 * (5 s for 40 kB of `<p`).
 */
export async function toParsedFeed(draft: DraftFeed, now: Date): Promise<ParsedFeed> {
  const drafts = draft.items.slice(0, MAX_ENTRIES)
  const { title, link, items } = await parser.parseString(writeCanonicalRss({ ...draft, items: drafts }))
  return {
    title: title || null,
    link: link || null,
    self: draft.self,
    hubs: draft.hubs,
    schedule: draft.schedule,
    items: withOwnIds(drafts.map((each, index) => toEntry(each, items[index] ?? {}, now))),
  }
}

function toEntry(draft: DraftEntry, item: RssItem & RssParser.Item, now: Date): ParsedEntry {
  const stated = item.isoDate ? new Date(item.isoDate) : null
  const isDateClamped = stated !== null && stated.getTime() > now.getTime() + DAY_MS
  const [title, link, text] = [item.title || null, item.link || null, longestText(draft)]
  return {
    id: item.guid || link || hash(`${title}\n${item.isoDate ?? text}`),
    title,
    link,
    author: item.creator || null,
    summary: draft.summary && cleanHtml(draft.summary),
    content: draft.content && cleanHtml(draft.content),
    publishedAt: isDateClamped ? now : stated,
    updatedAt: draft.updatedAt,
    isDateClamped,
    categories: item.categories ?? [],
    enclosures: (item.enclosures ?? []).map(toEnclosure),
    text,
    outlet: item.outlet || null,
  }
}

function longestText({ summary, content }: DraftEntry): string {
  const length = (markup: Markup | null) => markup?.html.length ?? 0
  const longest = length(content) >= length(summary) ? content : summary
  return longest ? htmlToText(longest.html) : ''
}

const toEnclosure = ({ $ }: NonNullable<RssItem['enclosures']>[number]): Enclosure => ({
  url: $.url,
  type: $.type ?? null,
  length: $.length ? Number($.length) : null,
})

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
