import { Parser } from 'htmlparser2'
import { canonicalName } from './canonical-name.ts'
import { createEntityDecoder, type EntityDecoder } from './decode-entities.ts'
import { MAX_ENTRIES } from './draft.ts'
import { endsBefore } from './ends-before.ts'
import { type NamespaceScope, openScope } from './open-scope.ts'
import { readDoctype } from './read-doctype.ts'
import { resolveUrl } from './resolve-url.ts'
import type { XmlNode } from './xml-node.ts'

/** Tags in deeper places are ignored, their text is kept. The text of the web nests some twenty deep. */
const MAX_DEPTH = 256
/** Reading stops there: the tokenizer's cost grows with the square of the depth. */
const MAX_UNCLOSED = 2_256
/** Reading stops there: 10 MB of empty elements would take a gigabyte; 2,000 full items have some 100,000. */
const MAX_NODES = 300_000
/** Longer texts are cut: of one, at most half goes into an entry. */
const MAX_TEXT = 2_000_000
/** No element has more; each declaration of a prefix costs a copy of all. */
const MAX_ATTRIBUTES = 100
/** The document is read in pieces so that reading can stop. */
const PIECE = 8_192

type Open = { node: XmlNode; written: string; scope: NamespaceScope }

type State = {
  /** The elements that are open in the tree, the document first. */
  open: Open[]
  /** How many tags are open that were ignored for their depth. */
  ignored: number
  /** How many tags are open for the tokenizer, which knows nothing of the tree. */
  unclosed: number
  nodes: number
  items: number
  /** Text since the last tag, not yet decoded: a reference may be cut by the end of a piece. */
  pending: string
  isCdata: boolean
  decode: EntityDecoder
}

/**
 * Reads an XML document as far as it can be read: unclosed and misplaced tags, bare ampersands and undeclared
 * entities and prefixes do no harm. Returns the node above the root. Never throws.
 */
export function parseXml(xml: string, url: string): XmlNode {
  const { body, entities } = readDoctype(xml)
  const node = createNode('#document', {}, url)
  const state: State = {
    open: [{ node, written: '', scope: new Map() }],
    ignored: 0,
    unclosed: 0,
    nodes: 0,
    items: 0,
    pending: '',
    isCdata: false,
    decode: createEntityDecoder(entities),
  }
  readInto(state, body)
  return node
}

function readInto(state: State, xml: string): void {
  const parser = createParser(state)
  for (let at = 0; at < xml.length && !isOver(state); at += PIECE) parser.write(xml.slice(at, at + PIECE))
  for (const { node } of state.open) node.isUnfinished = true
  if (!isOver(state)) parser.end()
  flushText(state)
}

const isOver = ({ nodes, items, unclosed }: State): boolean =>
  nodes > MAX_NODES || items > MAX_ENTRIES || unclosed > MAX_UNCLOSED

function createParser(state: State): Parser {
  const setCdata = (isCdata: boolean) => () => {
    flushText(state)
    state.isCdata = isCdata
  }
  return new Parser(
    {
      onopentag: (name, attributes) => openElement(state, name, attributes),
      onclosetag: (name) => closeElement(state, name),
      ontext: (text) => {
        if (state.pending.length < MAX_TEXT) state.pending += text
      },
      oncdatastart: setCdata(true),
      oncdataend: setCdata(false),
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
}

function openElement(state: State, written: string, raw: Record<string, string>): void {
  flushText(state)
  state.unclosed++
  closeEnded(state, written)
  if (state.open.length > MAX_DEPTH) {
    state.ignored++
    return
  }
  const parent = innermost(state)
  const attributes = mapEntries(raw, (name, value) => [name, state.decode(value)])
  const scope = openScope(parent.scope, attributes)
  const names = mapEntries(attributes, (name, value) => [canonicalName(name, scope, true), value])
  const node = createNode(canonicalName(written, scope), names, parent.node.base)
  node.base = resolveUrl(names['xml:base'], node.base) ?? node.base
  parent.node.children.push(node)
  state.open.push({ node, written, scope })
  state.nodes++
  if (/^(item|entry)$/.test(node.name) || (node.name === 'url' && parent.node.name === 'urlset'))
    state.items++
}

/** Closes what was left open and cannot hold the element that comes. */
function closeEnded(state: State, written: string): void {
  for (;;) {
    const name = canonicalName(written, innermost(state).scope)
    if (
      !endsBefore(
        state.open.map(({ node }) => node.name),
        name,
      )
    )
      return
    state.open.pop()
  }
}

/** Closes the innermost element of that name; of one that the tree has closed already, nothing is left to do. */
function closeElement(state: State, written: string): void {
  flushText(state)
  state.unclosed--
  if (state.ignored > 0) {
    state.ignored--
    return
  }
  const at = state.open.findLastIndex((open) => open.written === written)
  if (at > 0) state.open.length = at
}

function flushText(state: State): void {
  if (!state.pending) return
  const text = state.isCdata ? state.pending : state.decode(state.pending)
  innermost(state).node.children.push({ text, isCdata: state.isCdata })
  state.pending = ''
}

const innermost = ({ open }: State): Open => open.at(-1) as Open

function createNode(name: string, attributes: Record<string, string>, base: string): XmlNode {
  const tag = name.slice(name.indexOf(':') + 1)
  return { name, tag, attributes, base, children: [], isUnfinished: false }
}

function mapEntries<T>(
  record: Record<string, T>,
  map: (key: string, value: T) => [string, T],
): Record<string, T> {
  const entries = Object.entries(record).slice(0, MAX_ATTRIBUTES)
  return Object.fromEntries(entries.map(([key, value]) => map(key, value)))
}
