import { childrenOf } from './children-of.ts'
import { readLine } from './read-line.ts'
import { readMarkup } from './read-markup.ts'
import type { XmlNode } from './xml-node.ts'

/** The first child of one of these names that has a text, as a line; null when none has. */
export function readFirstLine(parent: XmlNode, isAtom: boolean, ...names: string[]): string | null {
  for (const node of childrenOf(parent, ...names)) {
    const line = readLine(readMarkup(node, isAtom)?.html)
    if (line) return line
  }
  return null
}
