import { childrenOf } from './children-of.ts'
import { type Markup, readMarkup } from './read-markup.ts'
import type { XmlNode } from './xml-node.ts'

const SUMMARIES = ['description', 'summary']
/** Where a feed has neither. */
const SHORT = [
  'abstract',
  'dc:description',
  'media:description',
  'itunes:summary',
  'subtitle',
  'itunes:subtitle',
]
const CONTENTS = ['content:encoded', 'content', 'xhtml:body', 'body', 'fullitem']

/**
 * The summary and the full text of an entry, the text standing for a summary where there is none. Where there are two
 * summaries and no text, the second is the text.
 */
export function readBodies(
  entry: XmlNode,
  isAtom: boolean,
): { summary: Markup | null; content: Markup | null } {
  const read = (nodes: XmlNode[]) => nodes.flatMap((node) => readMarkup(node, isAtom) ?? [])
  const inOrder = entry.children.filter((child) => 'children' in child && SUMMARIES.includes(child.name))
  const [first, second] = read(inOrder as XmlNode[])
  const content = read(childrenOf(entry, ...CONTENTS))[0] ?? second ?? null
  return { summary: first ?? read(shortTexts(entry))[0] ?? content, content }
}

/** Media RSS may have its description inside a group. */
function shortTexts(entry: XmlNode): XmlNode[] {
  const groups = childrenOf(entry, 'media:group').flatMap((group) => childrenOf(group, 'media:description'))
  return [...childrenOf(entry, ...SHORT), ...groups]
}
