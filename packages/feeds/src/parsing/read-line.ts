import { htmlToText } from './html-to-text.ts'

/** A title of a feed is a line; some generators put the whole text there. */
const MAX_LINE = 2_000

/** HTML as one line of plain text, at most 2,000 characters; null when nothing is left. */
export function readLine(html: string | null | undefined): string | null {
  if (!html) return null
  // Markup takes more room than its text; what lies beyond this cannot be in the line.
  const line = htmlToText(html.slice(0, 10 * MAX_LINE)).replace(/\s+/g, ' ')
  return line.slice(0, MAX_LINE).toWellFormed().trim() || null
}
