/** How many internal entities are read; hostile documents declare thousands. */
const MAX_ENTITIES = 300
/** The longest value that is read: enough for a phrase, too short for a bomb. */
const MAX_VALUE = 2_000
/** A doctype stands before the first element and is short; past this it is not looked for. */
const MAX_DOCTYPE = 100_000

/**
 * Takes the document type out of a document. Of its declarations only plain internal entities are read; one that
 * names another, or a file, is left out, so nothing nests and nothing is fetched.
 */
export function readDoctype(xml: string): { body: string; entities: Map<string, string> } {
  const start = startOfDoctype(xml.slice(0, MAX_DOCTYPE))
  const end = start < 0 ? -1 : endOfDoctype(xml, start)
  if (end < 0) return { body: xml, entities: new Map() }
  return { body: xml.slice(0, start) + xml.slice(end), entities: readEntities(xml.slice(start, end)) }
}

/** Before the first element, past comments and the XML declaration; -1 when there is none. */
function startOfDoctype(head: string): number {
  for (let at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
    if (/^<!doctype\b/i.test(head.slice(at, at + 10))) return at
    if (/^<[a-z_]/i.test(head.slice(at, at + 2))) return -1
    if (!head.startsWith('<!--', at)) continue
    at = head.indexOf('-->', at)
    if (at < 0) return -1
  }
  return -1
}

/** The place behind the closing bracket, past quoted values and comments, which may hold brackets themselves. */
function endOfDoctype(xml: string, start: number): number {
  const doctype = xml.slice(start, start + MAX_DOCTYPE)
  const mark = /"[^"]*"|'[^']*'|<!--|[[\]<>]/g
  let depth = 0
  for (let match = mark.exec(doctype); match; match = mark.exec(doctype)) {
    if (match[0] === '<!--') mark.lastIndex = doctype.indexOf('-->', match.index) >>> 0
    else if (match[0] === '<' || match[0] === '[') depth++
    else if (match[0] === '>' || match[0] === ']') depth--
    if (depth === 0) return start + mark.lastIndex
  }
  return -1
}

function readEntities(doctype: string): Map<string, string> {
  const declarations = doctype.matchAll(/<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)
  const entities = new Map<string, string>()
  for (const [, name = '', double, single] of declarations) {
    const value = double ?? single ?? ''
    if (entities.size === MAX_ENTITIES) break
    if (value.length <= MAX_VALUE && !/&[^#]|%/.test(value) && !entities.has(name)) entities.set(name, value)
  }
  return entities
}
