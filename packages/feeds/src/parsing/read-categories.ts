import { childrenOf } from './children-of.ts'
import { readLine } from './read-line.ts'
import { readMarkup } from './read-markup.ts'
import type { XmlNode } from './xml-node.ts'

/** More are no help to anyone. */
const MAX_CATEGORIES = 100

/** The categories of an entry in the feed's order, without repeats. */
export function readCategories(entry: XmlNode): string[] {
  const lines = childrenOf(entry, 'category', 'dc:subject', 'media:category', 'itunes:category')
    .flatMap((node) => [node, ...childrenOf(node, 'itunes:category')])
    .map(
      (node) =>
        readLine(node.attributes.term ?? node.attributes.text) ?? readLine(readMarkup(node, false)?.html),
    )
  return [...new Set(lines.filter((line) => line !== null))].slice(0, MAX_CATEGORIES)
}
