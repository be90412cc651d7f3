import { childrenOf } from './children-of.ts'
import type { Enclosure } from './parsed-feed.ts'
import type { Link } from './read-links.ts'
import { resolveUrl } from './resolve-url.ts'
import type { XmlNode } from './xml-node.ts'

/** The files that come with an entry: `<enclosure>` in RSS, links in Atom. One without an address is left out. */
export function readEnclosures(entry: XmlNode, links: Link[]): Enclosure[] {
  const elements = childrenOf(entry, 'enclosure').flatMap(({ attributes, base }) => {
    const url = resolveUrl(attributes.url ?? attributes.href, base)
    return url ? [{ url, type: attributes.type?.trim() || null, length: bytes(attributes.length) }] : []
  })
  const linked = links.map(({ href, type, length }) => ({
    url: href,
    type: type || null,
    length: bytes(length),
  }))
  return [...elements, ...linked]
}

/** Generators write 0 when they do not know. */
function bytes(length: string | null | undefined): number | null {
  const number = Number(length?.trim() || Number.NaN)
  return Number.isSafeInteger(number) && number > 0 ? number : null
}
