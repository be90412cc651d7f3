import { countWarWords } from '../text/count-war-words.ts'
import type { Document } from '../text/document.ts'

const shares = new WeakMap<Document, string>()
const leastWords = 200

/** How much an article speaks of armies, and whether it speaks of civilians about as much. */
export function shareOfWar(document: Document): string {
  const known = shares.get(document)
  if (known !== undefined) return known
  const { military, civil } = countWarWords(document)
  const share = levelOf((1000 * military) / Math.max(leastWords, document.tokens.length))
  const answer = `${share} ${civil === 0 ? 'no civil' : military > 2 * civil ? 'few civil' : 'civil'}`
  shares.set(document, answer)
  return answer
}

/** In words of a thousand. */
function levelOf(rate: number): string {
  if (rate === 0) return 'none'
  if (rate < 3) return 'few'
  if (rate < 10) return 'some'
  return rate < 25 ? 'many' : 'most'
}
