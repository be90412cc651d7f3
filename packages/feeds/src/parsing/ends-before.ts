const ITEMS = new Set(['item', 'entry'])

/** Elements that hold a line of text and no other element of a feed. */
const LINES = new Set(
  'title link guid id pubdate updated published issued modified category comments dc:date dc:creator dc:subject dc:title'.split(
    ' ',
  ),
)

/** Elements that hold HTML, where a title, a link or a summary may be part of the text. */
const TEXTS = new Set(['description', 'summary', 'content', 'content:encoded'])

/** Elements of a feed that no text can hold. */
const FIELDS = new Set([...ITEMS, 'guid', 'pubdate', 'enclosure', 'content:encoded', 'dc:date', 'dc:creator'])

/**
 * Whether the innermost of the open elements was left unclosed and ends where an element of this name opens.
 * `open` has their names, the outermost first.
 */
export function endsBefore(open: readonly string[], name: string): boolean {
  const innermost = open.at(-1) ?? ''
  if (ITEMS.has(name) && open.some((each) => ITEMS.has(each))) return true
  if (LINES.has(innermost)) return LINES.has(name) || TEXTS.has(name) || FIELDS.has(name)
  return TEXTS.has(innermost) && FIELDS.has(name)
}
