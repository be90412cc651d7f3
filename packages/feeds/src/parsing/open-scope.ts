const CORE = ''

/** Vocabularies by their addresses, in lower case, without a slash or hash at the end. */
const VOCABULARIES = new Map([
  ['http://backend.userland.com/rss', CORE],
  ['http://backend.userland.com/rss2', CORE],
  ['http://blogs.law.harvard.edu/tech/rss', CORE],
  ['http://cyber.law.harvard.edu/rss', CORE],
  ['http://my.netscape.com/rdf/simple/0.9', CORE],
  ['http://purl.org/rss/1.0', CORE],
  ['http://purl.org/net/rss1.1', CORE],
  ['http://purl.org/rss/1.0/modules/rss091', CORE],
  ['http://purl.org/atom/ns', CORE],
  ['http://www.w3.org/2005/atom', CORE],
  ['http://www.sitemaps.org/schemas/sitemap/0.9', CORE],
  ['http://www.google.com/schemas/sitemap/0.84', CORE],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://www.itunes.com/dtds/podcast-1.0', 'itunes'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.google.com/schemas/sitemap-news/0.9', 'news'],
  ['http://www.w3.org/2000/svg', 'svg'],
])

/** The names in force at some place of a document: what each declared prefix stands for. */
export type NamespaceScope = ReadonlyMap<string, string>

/**
 * The scope inside an element that has these attributes, in lower case. An address that is not known leaves its
 * prefix as written, so a mistyped address does no harm.
 */
export function openScope(outer: NamespaceScope, attributes: Record<string, string>): NamespaceScope {
  const declared = Object.entries(attributes).filter(([name]) => /^xmlns(:|$)/.test(name))
  if (declared.length === 0) return outer
  const scope = new Map(outer)
  for (const [name, address] of declared) {
    const prefix = name.slice('xmlns:'.length)
    scope.set(prefix, VOCABULARIES.get(address.trim().toLowerCase().replace(/[/#]$/, '')) ?? prefix)
  }
  return scope
}
