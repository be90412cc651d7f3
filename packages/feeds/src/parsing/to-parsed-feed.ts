import { createHash } from 'node:crypto'
import RssParser from 'rss-parser'
import { cleanHtml } from './clean-html.ts'
import { type DraftEntry, type DraftFeed, MAX_ENTRIES } from './draft.ts'
import { htmlToText } from './html-to-text.ts'
import { indexableId } from './indexable-id.ts'
import { isSummary } from './is-summary.ts'
import type { Enclosure, ParsedEntry, ParsedFeed, ParseOptions } from './parsed-feed.ts'
import type { Markup } from './read-markup.ts'
import { withOwnIds } from './with-own-ids.ts'
import { writeCanonicalRss } from './write-canonical-rss.ts'

type RssItem = { enclosures?: { $: { url: string; type?: string; length?: string } }[]; outlet?: string }

/** Characters of HTML in all; sanitising takes half a second a million. What lies beyond is read when it comes first. */
const MAX_HTML = 4_000_000
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
export async function toParsedFeed(
  draft: DraftFeed,
  now: Date,
  { bodies = true }: ParseOptions,
): Promise<ParsedFeed> {
  const drafts = upToLimits(draft.items)
  const { title, link, items } = await parser.parseString(writeCanonicalRss({ ...draft, items: drafts }))
  return {
    title: title || null,
    link: link || null,
    self: draft.self,
    hubs: draft.hubs,
    schedule: draft.schedule,
    items: withOwnIds(drafts.map((each, index) => toEntry(each, items[index] ?? {}, now, bodies))),
    leftOut: draft.items.length - drafts.length + (draft.unread ?? 0),
  }
}

function upToLimits(items: DraftEntry[]): DraftEntry[] {
  let html = 0
  const end = items.findIndex(({ summary, content }, index) => {
    html += lengthOf(content) + (summary === content ? 0 : lengthOf(summary))
    return index > 0 && html > MAX_HTML
  })
  return items.slice(0, Math.min(MAX_ENTRIES, end < 0 ? items.length : end))
}

const lengthOf = (markup: Markup | null): number => markup?.html.length ?? 0

function toEntry(draft: DraftEntry, item: RssItem & RssParser.Item, now: Date, bodies: boolean): ParsedEntry {
  const stated = item.isoDate ? new Date(item.isoDate) : null
  const isDateClamped = stated !== null && stated.getTime() > now.getTime() + DAY_MS
  const [title, link, text] = [item.title || null, item.link || null, longestText(draft)]
  return {
    id: indexableId(item.guid || link || hash(`${title}\n${item.isoDate ?? text}`)),
    title,
    link,
    author: item.creator || null,
    ...(bodies ? bodiesOf(draft) : { summary: null, content: null }),
    publishedAt: isDateClamped ? now : stated,
    updatedAt: draft.updatedAt,
    isDateClamped,
    categories: item.categories ?? [],
    enclosures: (item.enclosures ?? []).map(toEnclosure),
    text,
    isSummary: isSummary(draft, text),
    outlet: item.outlet || null,
  }
}

function bodiesOf({ summary, content }: DraftEntry): Pick<ParsedEntry, 'summary' | 'content'> {
  const clean = content && cleanHtml(content)
  return { summary: summary === content ? clean : summary && cleanHtml(summary), content: clean }
}

function longestText({ summary, content }: DraftEntry): string {
  const longest = lengthOf(content) >= lengthOf(summary) ? content : summary
  return longest ? htmlToText(longest.html) : ''
}

const toEnclosure = ({ $ }: NonNullable<RssItem['enclosures']>[number]): Enclosure => ({
  url: $.url,
  type: $.type ?? null,
  length: $.length ? Number($.length) : null,
})

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
