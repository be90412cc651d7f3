/** A stretch of a text that is read by itself, from its offset on. */
export type Part = { start: number; text: string }

/** Ten times what a news article has, and little enough for the caches of a processor. */
const longestPart = 40_000
const paragraphEnd = '\n\n'
const cuts = [paragraphEnd, '\n', '. ', ' ']

/**
 * Cuts a text longer than any article (a book, a dump, an attack) into parts that end with a paragraph, where there
 * are paragraphs, else with a line, a sentence or a word. So time and memory stay in proportion to length.
 */
export function splitParts(text: string): Part[] {
  const parts: Part[] = []
  let start = 0
  while (text.length - start > longestPart) {
    const end = endOfPart(text, start)
    parts.push({ start, text: text.slice(start, end) })
    start = end
  }
  parts.push({ start, text: start === 0 ? text : text.slice(start) })
  return parts
}

function endOfPart(text: string, start: number): number {
  const end = start + longestPart
  // Looked for in the second half of the part only, so that no part is short and no search long.
  const second = text.slice(start + longestPart / 2, end)
  for (const cut of cuts) {
    const at = second.lastIndexOf(cut)
    if (at >= 0) return start + longestPart / 2 + at + cut.length
  }
  return end
}
