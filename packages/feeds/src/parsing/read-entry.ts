import { childrenOf } from './children-of.ts'
import type { DraftEntry } from './draft.ts'
import { readAuthor } from './read-author.ts'
import { readBodies } from './read-bodies.ts'
import { readCategories } from './read-categories.ts'
import { readDate } from './read-date.ts'
import { readEnclosures } from './read-enclosures.ts'
import { readFirstLine } from './read-first-line.ts'
import { readId } from './read-id.ts'
import { readLinks } from './read-links.ts'
import { resolveUrl } from './resolve-url.ts'
import { textOf } from './text-of.ts'
import type { XmlNode } from './xml-node.ts'

const PUBLISHED = [
  'pubdate',
  'published',
  'dcterms:issued',
  'issued',
  'dc:date',
  'dcterms:created',
  'created',
  'date',
]
const UPDATED = ['updated', 'modified', 'dcterms:modified']

/** Reads one entry of RSS, RDF, Atom or CDF. */
export function readEntry(entry: XmlNode, isAtom: boolean): DraftEntry {
  const links = readLinks(entry)
  return {
    id: readId(entry),
    title: readFirstLine(entry, isAtom, 'title', 'dc:title', 'media:title', 'itunes:title'),
    link: links.alternate ?? permalink(entry),
    author: readAuthor(entry, isAtom),
    publishedAt: lastDate(entry, PUBLISHED),
    updatedAt: lastDate(entry, UPDATED) ?? readDate(entry.attributes.lastmod),
    categories: readCategories(entry),
    enclosures: readEnclosures(entry, links.enclosures),
    outlet: readOutlet(entry, isAtom),
    ...readBodies(entry, isAtom),
  }
}

/** What else leads to the page: a guid that does not deny it, the address of an RDF or CDF item, content elsewhere. */
function permalink(entry: XmlNode): string | null {
  const [guid] = childrenOf(entry, 'guid')
  const isLink = guid && guid.attributes.ispermalink?.trim().toLowerCase() !== 'false'
  const [content] = childrenOf(entry, 'content')
  // A guid is an address only when it is written as one.
  const address = isLink && /^\s*https?:/i.test(textOf(guid)) ? textOf(guid) : null
  return (
    resolveUrl(address, entry.base) ??
    resolveUrl(entry.attributes['rdf:about'] ?? entry.attributes.href, entry.base) ??
    (content ? resolveUrl(content.attributes.src, content.base) : null)
  )
}

/** The first name that has a readable date; where it is there twice, the last overwrites, as it does in other readers. */
function lastDate(entry: XmlNode, names: string[]): Date | null {
  for (const name of names) {
    const date = childrenOf(entry, name)
      .map((node) => readDate(textOf(node)))
      .findLast((each) => each !== null)
    if (date) return date
  }
  return null
}

/** RSS names the outlet of a copied article in `<source>`, Atom in the title inside it. */
function readOutlet(entry: XmlNode, isAtom: boolean): string | null {
  const [source] = childrenOf(entry, 'source')
  if (!source) return null
  const isAtomSource = childrenOf(source, 'title', 'id', 'link').length > 0
  return isAtomSource ? readFirstLine(source, isAtom, 'title') : readFirstLine(entry, isAtom, 'source')
}
