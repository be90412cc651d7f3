import { childrenOf } from './children-of.ts'
import type { XmlNode } from './xml-node.ts'

/**
 * Leaves the last entry out when the document was cut off inside it, before what tells entries apart in this feed.
 * Under another id it would come a second time when the document is whole again.
 */
export function withoutCutEntry(entries: XmlNode[]): XmlNode[] {
  const last = entries.at(-1)
  const others = entries.slice(0, -1)
  if (!last?.isUnfinished) return entries
  const identity = [['guid', 'id'], ['link']].find((names) => others.some((entry) => has(entry, names)))
  const isKept = identity ? has(last, identity) : last.children.length > 0
  return isKept ? entries : others
}

const has = (entry: XmlNode, names: string[]): boolean =>
  childrenOf(entry, ...names).some(({ isUnfinished }) => !isUnfinished)
