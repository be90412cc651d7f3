/** A text nests some twenty deep. */
const MAX_DEPTH = 250

const words = (text: string): Set<string> => new Set(text.split(' '))
const VOID = words('area base br col embed hr img input link meta param source track wbr')
/** Elements that end where the next of their kind opens. */
const ENDED_BY_THE_NEXT = words('a p li dd dt option tr td th h1 h2 h3 h4 h5 h6')

/**
 * HTML that a parser can be given. What nests deeper than any text loses its tags: a parser's time grows with the
 * square of the depth, and 100,000 open tags hold it for 13 s. A stray "<!" becomes text, and a comment that is never
 * closed ends with the next ">": either would swallow the words behind it.
 */
export function tameHtml(html: string): string {
  const tamed = html.includes('<!') ? withoutOpenMarks(html) : html
  return isTooDeep(tamed) ? tamed.replace(/<[^<>]*>/g, ' ') : tamed
}

/** Only behind the last end of a comment can one be open. */
function withoutOpenMarks(html: string): string {
  const end = html.lastIndexOf('-->') + 1
  const closed = html.slice(0, end) + html.slice(end).replace(/<!--[^>]*>?/g, '')
  return closed.replace(/<!(?!--|\[CDATA\[|doctype\s[^<>]*>)/gi, '&lt;!')
}

/** Follows what an HTML parser would hold open. */
function isTooDeep(html: string): boolean {
  const open: string[] = []
  for (const [, slash, written = ''] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    const name = written.toLowerCase()
    const at = slash ? open.lastIndexOf(name) : -1
    if (at >= 0) open.length = at
    else if (slash) continue
    else if (!VOID.has(name) && !(ENDED_BY_THE_NEXT.has(name) && open.at(-1) === name)) open.push(name)
    if (open.length > MAX_DEPTH) return true
  }
  return false
}
