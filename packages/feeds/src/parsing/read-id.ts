import { createHash } from 'node:crypto'
import { childrenOf } from './children-of.ts'
import { resolveUrl } from './resolve-url.ts'
import { textOf } from './text-of.ts'
import type { XmlNode } from './xml-node.ts'

/** Longer ones are hashed: an index holds no kilobytes. */
const MAX_ID = 1_000

/** What an entry calls itself: guid, Atom's id, or the name of an RDF resource; null when it does not. */
export function readId(entry: XmlNode): string | null {
  const named = childrenOf(entry, 'guid', 'id', 'dc:identifier').map(idText).find(Boolean)
  const id = named ?? entry.attributes['rdf:about']?.trim()
  if (!id) return null
  return id.length > MAX_ID ? createHash('sha256').update(id).digest('hex') : id
}

/** An id of Atom is an address; one written as a path is completed, any other stays as it is. */
function idText(node: XmlNode): string {
  const text = textOf(node).trim()
  return node.name === 'id' && /^\.{0,2}\//.test(text) ? (resolveUrl(text, node.base) ?? text) : text
}
