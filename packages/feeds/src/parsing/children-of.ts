import type { XmlNode } from './xml-node.ts'

/** The child elements that have one of these names, those of the first name first. */
export function childrenOf(node: XmlNode, ...names: string[]): XmlNode[] {
  const found = node.children.filter(
    (child) => 'children' in child && names.includes(child.name),
  ) as XmlNode[]
  return found.length < 2 ? found : names.flatMap((name) => found.filter((element) => element.name === name))
}
