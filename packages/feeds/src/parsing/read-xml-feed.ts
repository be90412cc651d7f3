import { childrenOf } from './children-of.ts'
import type { DraftFeed } from './draft.ts'
import { findRoot } from './find-root.ts'
import { parseXml } from './parse-xml.ts'
import { readEntry } from './read-entry.ts'
import { readFirstLine } from './read-first-line.ts'
import { readLinks } from './read-links.ts'
import { readNewsSitemap } from './read-news-sitemap.ts'
import { readSchedule } from './read-schedule.ts'
import { resolveUrl } from './resolve-url.ts'
import { withoutCutEntry } from './without-cut-entry.ts'
import type { XmlNode } from './xml-node.ts'

/** Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF and news sitemaps. Throws NotAFeedError. */
export function readXmlFeed(xml: string, url: string): DraftFeed {
  const root = findRoot(parseXml(xml, url))
  if (root.name === 'urlset') return readNewsSitemap(root)
  const isAtom = root.name === 'feed'
  const channel = childrenOf(root, 'channel')[0] ?? root
  const links = readLinks(channel)
  return {
    title: readFirstLine(channel, isAtom, 'title', 'dc:title'),
    link: links.alternate ?? resolveUrl(channel.attributes.href, channel.base),
    self: links.self,
    hubs: links.hubs,
    schedule: readSchedule(channel),
    items: withoutCutEntry(findEntries(root)).map((entry) => readEntry(entry, isAtom)),
  }
}

/** Entries are looked for everywhere: an element left open before them holds them all. */
function findEntries(node: XmlNode): XmlNode[] {
  return node.children.flatMap((child) => {
    if (!('children' in child)) return []
    return child.name === 'item' || child.name === 'entry' ? [child] : findEntries(child)
  })
}
