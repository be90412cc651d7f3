import { childrenOf } from './children-of.ts'
import type { DraftEntry, DraftFeed } from './draft.ts'
import { NotAFeedError } from './not-a-feed-error.ts'
import { readDate } from './read-date.ts'
import { readFirstLine } from './read-first-line.ts'
import { resolveUrl } from './resolve-url.ts'
import { textOf } from './text-of.ts'
import type { XmlNode } from './xml-node.ts'

/** Reads the pages of a sitemap that are news. Throws NotAFeedError when none is: such a map lists a site, not its news. */
export function readNewsSitemap(urlset: XmlNode): DraftFeed {
  const pages = childrenOf(urlset, 'url').flatMap((page) =>
    childrenOf(page, 'news:news').map((news) => ({ page, news })),
  )
  const [first] = pages
  if (!first) throw new NotAFeedError('a sitemap without news')
  const [publication] = childrenOf(first.news, 'news:publication')
  return {
    title: publication ? readFirstLine(publication, false, 'news:name') : null,
    link: null,
    self: null,
    hubs: [],
    schedule: { minSeconds: null, skipHours: [], skipDays: [] },
    items: pages.map(({ page, news }) => toEntry(page, news)),
  }
}

function toEntry(page: XmlNode, news: XmlNode): DraftEntry {
  const text = (parent: XmlNode, name: string) => childrenOf(parent, name).map(textOf)[0]?.trim()
  return {
    id: text(page, 'loc') ?? null,
    title: readFirstLine(news, false, 'news:title'),
    link: resolveUrl(text(page, 'loc'), page.base),
    author: null,
    publishedAt: readDate(text(news, 'news:publication_date')),
    updatedAt: readDate(text(page, 'lastmod')),
    categories: (readFirstLine(news, false, 'news:keywords') ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
    enclosures: [],
    outlet: null,
    summary: null,
    content: null,
  }
}
