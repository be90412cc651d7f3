import { NotAFeedError } from './not-a-feed-error.ts'
import type { XmlNode } from './xml-node.ts'

const ROOTS = new Set(['rss', 'rdf:rdf', 'feed', 'channel', 'urlset'])

/**
 * The root element of a feed: RSS, RDF, Atom, CDF or a news sitemap, also behind something that does not belong
 * there, such as a warning of the server. Throws NotAFeedError.
 */
export function findRoot(document: XmlNode): XmlNode {
  const top = elementsOf(document)
  const root = find(top) ?? find(top.filter(({ name }) => name !== 'html').flatMap(elementsOf))
  if (!root) throw new NotAFeedError(describe(top))
  return root
}

const find = (nodes: XmlNode[]): XmlNode | undefined => nodes.find(({ name }) => ROOTS.has(name))

const elementsOf = ({ children }: XmlNode): XmlNode[] => children.filter((child) => 'children' in child)

function describe([first]: XmlNode[]): string {
  if (!first) return 'the document has no elements'
  return first.tag === 'html' ? 'a web page' : `a document of <${first.tag.slice(0, 50)}>`
}
