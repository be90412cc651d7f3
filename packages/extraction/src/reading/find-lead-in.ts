import type { Document } from '../text/document.ts'

const bullets = new Set(['*', '•', '-', '–', '—', '·', '●', '>'])
const longestList = 40

/** The sentence that opens the list in which a sentence is an item ("It lost:" … "* 40 tanks"), or null. */
export function findLeadIn({ tokens, sentences }: Document, sentence: number): number | null {
  for (let at = sentence; at > Math.max(0, sentence - longestList); at -= 1) {
    const from = sentences[at]?.from ?? 0
    if (!bullets.has(tokens[from]?.text ?? '') || tokens[from]?.breaks === 0) return null
    const before = sentences[at - 1]
    if (before && tokens[before.to - 1]?.text === ':') return at - 1
  }
  return null
}
