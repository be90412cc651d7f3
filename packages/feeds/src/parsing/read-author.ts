import { childrenOf } from './children-of.ts'
import { readFirstLine } from './read-first-line.ts'
import { readLine } from './read-line.ts'
import { readMarkup } from './read-markup.ts'
import type { XmlNode } from './xml-node.ts'

/** A mail address in or without brackets. It begins a word, so that a line of 2,000 letters is searched once. */
const MAIL = /(?<=^|[\s,;])[<([]?(?:mailto:|@)?[^\s@()<>[\],;]{1,64}@[^\s@()<>[\],;]{1,255}[>)\]]?/i

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
  return line && withoutMail(line)
}

/** The names around the mail addresses; the line as it is where there is nothing else. */
function withoutMail(line: string): string {
  const parts = line.split(MAIL)
  if (parts.length === 1) return line
  return parts.map(withoutMarks).filter(Boolean).join(', ') || line
}

/** What stood between a name and a mail address. */
const withoutMarks = (name: string): string =>
  name.replace(/^[\s,;:"|–—-]+|(?<![\s,;:"|–—-])[\s,;:"|–—-]+$/g, '').replace(/^\((.+)\)$/, '$1')
