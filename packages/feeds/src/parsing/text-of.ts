import type { XmlNode } from './xml-node.ts'

/** All text in an element, as it stands. */
export function textOf(node: XmlNode): string {
  return node.children.map((child) => ('children' in child ? textOf(child) : child.text)).join('')
}
