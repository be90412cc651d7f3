import { Parser } from 'htmlparser2'

/** Whether a page can be given to a library that builds its whole tree, and the linked data in it. */
export type HtmlSurvey = { kind: 'fit'; linkedData: string[] } | { kind: 'too-deep' | 'too-many-nodes' }

/** Pages of news nest some thirty deep and have some thousands of elements. */
const MAX_DEPTH = 200
const MAX_ELEMENTS = 20_000
/** Every stray "<" is a text of its own; 2 MB of them hold the library for more than 5 s. */
const MAX_TEXTS = 60_000
/** The parser's own time grows with the square of the depth, so it is not given the rest of a page that is too deep. */
const PIECE = 8_000

/** Counts how deep a page nests and how many elements it has, and collects its JSON-LD, without building a tree. */
export function surveyHtml(html: string): HtmlSurvey {
  const linkedData: string[] = []
  const seen = { depth: 0, deepest: 0, elements: 0, texts: 0, isLinkedData: false }
  const parser = new Parser({
    onopentag(name, { type }) {
      seen.elements++
      seen.deepest = Math.max(seen.deepest, ++seen.depth)
      seen.isLinkedData = name === 'script' && /^\s*application\/ld\+json/i.test(type ?? '')
      if (seen.isLinkedData) linkedData.push('')
    },
    ontext(text) {
      seen.texts++
      if (seen.isLinkedData) linkedData.push((linkedData.pop() ?? '') + text)
    },
    onclosetag() {
      seen.depth--
      seen.isLinkedData = false
    },
  })
  for (let at = 0; at < html.length; at += PIECE) {
    parser.write(html.slice(at, at + PIECE))
    if (seen.deepest > MAX_DEPTH) return { kind: 'too-deep' }
    if (seen.elements > MAX_ELEMENTS || seen.texts > MAX_TEXTS) return { kind: 'too-many-nodes' }
  }
  parser.end()
  return { kind: 'fit', linkedData }
}
