import { childrenOf } from './children-of.ts'
import { readFirstLine } from './read-first-line.ts'
import { readLine } from './read-line.ts'
import { readMarkup } from './read-markup.ts'
import type { XmlNode } from './xml-node.ts'

/** The authors of an entry by name, separated by commas; null when it names none. */
export function readAuthor(entry: XmlNode, isAtom: boolean): string | null {
  const nodes = ['author', 'dc:creator', 'dc:author', 'itunes:author', 'media:credit']
    .map((name) => childrenOf(entry, name))
    .find(({ length }) => length > 0)
  const names = (nodes ?? []).flatMap((node) => nameOf(node, isAtom) ?? [])
  return [...new Set(names)].join(', ') || null
}

/** Atom has elements for the parts; in RSS it is a line such as "ann@example.com (Ann Lee)". */
function nameOf(node: XmlNode, isAtom: boolean): string | null {
  const parts = readFirstLine(node, isAtom, 'name', 'foaf:name', 'email', 'uri', 'url')
  if (parts || childrenOf(node, 'name').length > 0) return parts
  const line = readLine(readMarkup(node, isAtom)?.html)
  const [, named] = /^\S+@\S+ \((.+)\)$/.exec(line ?? '') ?? /^(.+?) [<(]\S+@\S+[>)]$/.exec(line ?? '') ?? []
  return named ?? line
}
