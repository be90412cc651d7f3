import { childrenOf } from './children-of.ts'
import { resolveUrl } from './resolve-url.ts'
import { textOf } from './text-of.ts'
import type { XmlNode } from './xml-node.ts'

export type Link = { rel: string; type: string; href: string; length: string | null }

/** The links of a feed or an entry by what they are for. All are absolute http(s). */
export type Links = { alternate: string | null; self: string | null; hubs: string[]; enclosures: Link[] }

/**
 * Reads `<link>` in the way of Atom (an attribute) and of RSS (the text). The one to the page is an alternate, a page
 * of HTML before other forms; one that is the document itself, an editor or a file never stands for it.
 */
export function readLinks(parent: XmlNode): Links {
  const links = childrenOf(parent, 'link').flatMap(readLink)
  const of = (rel: string) => links.filter((link) => link.rel === rel)
  const alternates = of('alternate')
  const page = alternates.find(({ type }) => !type || type.includes('html')) ?? alternates[0]
  return {
    alternate: page?.href ?? null,
    self: of('self')[0]?.href ?? null,
    hubs: of('hub').map(({ href }) => href),
    enclosures: of('enclosure'),
  }
}

function readLink(node: XmlNode): Link[] {
  const { rel = '', type = '', length = null } = node.attributes
  // A relation may be written as the address of its definition.
  const relation = rel.trim().toLowerCase().replace(/^.*\//, '') || 'alternate'
  const written = node.attributes.href ?? textOf(node)
  // An empty address is the base; of a page it is none, or all entries would have the same.
  const href = resolveUrl(relation === 'self' ? written.trim() || node.base : written, node.base)
  return href ? [{ rel: relation, type: type.toLowerCase(), href, length }] : []
}
