import { htmlToText } from '../parsing/html-to-text.ts'
import { looksLikeHtml } from '../parsing/looks-like-html.ts'
import { withoutControls } from '../parsing/without-controls.ts'

/** A page states one article and names others, which have no body there. */
const MOST_NODES = 1_000

/** The longest `articleBody` that the linked data of a page states, as plain text; empty where it states none. */
export function findArticleBody(linkedData: string[]): string {
  const bodies = linkedData.flatMap((json) => bodiesIn(parse(json)))
  const longest = bodies.reduce((a, b) => (b.length > a.length ? b : a), '')
  return looksLikeHtml(longest) ? htmlToText(longest) : toParagraphs(longest)
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // What is not JSON states nothing.
    return null
  }
}

function bodiesIn(root: unknown): string[] {
  const bodies: string[] = []
  const waiting = [root]
  for (let seen = 0; waiting.length > 0 && seen < MOST_NODES; seen++) {
    const node = waiting.pop()
    if (typeof node !== 'object' || node === null) continue
    const body = (node as { articleBody?: unknown }).articleBody
    if (typeof body === 'string') bodies.push(body)
    waiting.push(...Object.values(node).slice(0, MOST_NODES))
  }
  return bodies
}

const toParagraphs = (text: string): string =>
  withoutControls(text)
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n')
