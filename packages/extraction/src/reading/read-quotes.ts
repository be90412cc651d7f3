import type { Document } from '../text/document.ts'
/** For each token whether it stands between double quotes; every paragraph starts afresh. */
export function readQuotes({ tokens, sentences }: Document): boolean[] {
  const quoted: boolean[] = new Array(tokens.length).fill(false)
  let open = false
  let paragraph = -1
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) open = false
    paragraph = sentence.paragraph
    for (let at = sentence.from; at < sentence.to; at += 1) {
      if (tokens[at]?.text === '"') open = !open
      quoted[at] = open
    }
  }
  return quoted
}
