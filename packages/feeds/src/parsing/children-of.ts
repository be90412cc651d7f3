import type { XmlNode } from './xml-node.ts'

/** The child elements that have one of these names, those of the first name first. */
export function childrenOf(node: XmlNode, ...names: string[]): XmlNode[] {
  const elements = node.children.filter((child) => 'children' in child)
  return names.flatMap((name) => elements.filter((element) => element.name === name))
}
