import { escapeAttribute, escapeText } from 'entities'
import { resolveUrl } from './resolve-url.ts'
import type { XmlNode, XmlText } from './xml-node.ts'

const VOID = new Set(['br', 'hr', 'img', 'wbr', 'input', 'col', 'area', 'source', 'track', 'embed', 'param'])

/** Whether text beside elements is markup itself: CDATA sections in RSS, all text where Atom says `type="html"`. */
type TextMeaning = { isCdataHtml: boolean; isTextHtml: boolean }

/** The child elements and texts of an element written as HTML. */
export function innerMarkup(node: XmlNode, meaning: TextMeaning): string {
  return node.children.map((child) => write(child, node, meaning)).join('')
}

function write(child: XmlNode | XmlText, parent: XmlNode, meaning: TextMeaning): string {
  if (!('children' in child)) {
    const isHtml = meaning.isTextHtml || (child.isCdata && meaning.isCdataHtml)
    return isHtml ? child.text : escapeText(child.text)
  }
  const attributes = Object.entries(child.attributes).map(attribute(child, parent)).join('')
  const open = `<${child.tag}${attributes}`
  return VOID.has(child.tag) ? `${open} />` : `${open}>${innerMarkup(child, meaning)}</${child.tag}>`
}

/** An address under a base of its own is resolved here: outside, only the base of the whole is known. */
function attribute(node: XmlNode, parent: XmlNode) {
  return ([name, value]: [string, string]): string => {
    if (/^xml/.test(name)) return ''
    const isAddress = (name === 'href' || name === 'src') && node.base !== parent.base
    return ` ${name}="${escapeAttribute(isAddress ? (resolveUrl(value, node.base) ?? value) : value)}"`
  }
}
