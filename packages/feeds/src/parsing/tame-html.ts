/** A text nests some twenty deep. */
const MAX_DEPTH = 250

/** Elements that have no end, or whose next sibling ends them. */
const FLAT = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr'.split(
    ' ',
  ),
)

/**
 * HTML that a parser can be given. What nests deeper than any text loses its tags: a parser's time grows with the
 * square of the depth, and 100,000 open tags hold it for 13 s. A stray "<!" becomes text, which would swallow the
 * words behind it.
 */
export function tameHtml(html: string): string {
  const tamed = html.replace(/<!(?!--|\[CDATA\[|doctype\s)/gi, '&lt;!')
  return isTooDeep(tamed) ? tamed.replace(/<[^<>]*>/g, ' ') : tamed
}

function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    if (FLAT.has(name.toLowerCase())) continue
    depth = slash ? Math.max(0, depth - 1) : depth + 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}
