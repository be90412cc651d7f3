import { isUtf8 } from 'node:buffer'
import { escapeText } from 'entities'
import { innerMarkup } from './inner-markup.ts'
import { looksLikeHtml } from './looks-like-html.ts'
import { repairDoubleEncoding } from './repair-double-encoding.ts'
import { textOf } from './text-of.ts'
import type { XmlNode } from './xml-node.ts'

/** HTML as a feed wrote it, not yet sanitised, and what its relative addresses are resolved against. */
export type Markup = { html: string; base: string }

/** The longest text that is kept: a hundred times an article. */
const MAX_HTML = 1_000_000

/**
 * The text of an element as HTML, whichever way it was put there: escaped, as child elements, in base64 or plain.
 * Atom says which by `type` and `mode`; of RSS it has to be guessed. Null when it is empty.
 */
export function readMarkup(node: XmlNode, isAtom: boolean): Markup | null {
  const type = typeOf(node, isAtom)
  const html = node.children.some((child) => 'children' in child)
    ? innerMarkup(unwrap(node), { isCdataHtml: !isAtom, isTextHtml: type === 'html' })
    : fromText(withoutCdata(textOf(node)).slice(0, MAX_HTML), type)
  const limited = repairDoubleEncoding(html.slice(0, MAX_HTML)).trim()
  return limited ? { html: limited, base: node.base } : null
}

/** Generators that escape what is a CDATA section already write its marks into the text. */
function withoutCdata(text: string): string {
  const isWrapped = text.trimStart().startsWith('<![CDATA[')
  return isWrapped ? text.replace(/<!\[CDATA\[|\]\](?:>|&gt;)/g, '') : text
}

type TextType = 'html' | 'plain' | 'guess' | 'base64'

function typeOf({ attributes }: XmlNode, isAtom: boolean): TextType {
  const type = attributes.type?.trim().toLowerCase() ?? ''
  if (attributes.mode?.trim().toLowerCase() === 'base64') return 'base64'
  if (/^(text\/)?html$/.test(type)) return 'html'
  if (!isAtom || /xhtml/.test(type)) return 'guess'
  const isMedia = type.includes('/') && !/^text\/|[/+]xml$/.test(type)
  return isMedia ? 'base64' : 'plain'
}

/** XHTML of Atom 1.0 is put into a `<div>` that is no part of it. */
function unwrap(node: XmlNode): XmlNode {
  const parts = node.children.filter((child) => 'children' in child || child.text.trim())
  const [only] = parts
  const isWrapped = /^x?html$/.test(node.attributes.type?.trim().toLowerCase() ?? '') && parts.length === 1
  return isWrapped && only && 'children' in only && only.tag === 'div' ? only : node
}

function fromText(text: string, type: TextType): string {
  switch (type) {
    case 'html':
      return text
    case 'plain':
      return escapeText(text)
    case 'guess':
      return looksLikeHtml(text) ? text : escapeText(text)
    case 'base64':
      return fromText(fromBase64(text), 'guess')
    default:
      return type satisfies never
  }
}

/** Pictures and sounds come in base64 as well: what is no text is left out. */
function fromBase64(text: string): string {
  const bytes = Buffer.from(text, 'base64')
  return isUtf8(bytes) ? bytes.toString('utf8') : ''
}
