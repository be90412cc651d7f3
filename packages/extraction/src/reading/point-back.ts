import { attribution } from '../lexicon/attribution.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import type { SourceName } from './resolve-source-name.ts'

const report = wordClass('report')

/** "our data", "we estimate": an outlet speaks of its own count. */
export function pointToOutlet(document: Document, last: readonly SourceName[]): SourceName | null {
  const spoken = last.findLast((name) => attribution.outlets.some((outlet) => name.text.includes(outlet)))
  const text = firstOutlet(document.text) ?? spoken?.text
  return text ? { text, kind: 'back' } : null
}

/** The outlet named first, by its longest name there. */
function firstOutlet(text: string): string | null {
  let best: { outlet: string; at: number } | null = null
  for (const outlet of attribution.outlets) {
    const at = text.indexOf(outlet)
    if (at < 0 || /\w/.test(text[at + outlet.length] ?? '')) continue
    if (best === null || at < best.at || (at === best.at && outlet.length > best.outlet.length))
      best = { outlet, at }
  }
  return best?.outlet ?? null
}

/** "he" and "they": whoever spoke last, a person for "he" and "she". */
export function pointBack(pronoun: string, last: readonly SourceName[]): SourceName | null {
  const wanted = pronoun === 'he' || pronoun === 'she' ? 'person' : null
  const known = last.findLast((name) => wanted === null || name.kind === wanted) ?? last.at(-1)
  return known ? { text: known.text, kind: 'back' } : null
}

/** "the ministry": the last source whose name holds the word; else the words as written. */
export function resolveBack(
  words: readonly Token[],
  last: readonly SourceName[],
  definite: boolean,
): SourceName | null {
  const paper = words.findIndex((word) => isPaper(word.lower) || isReport(word))
  const source = words.findIndex((word) => attribution.sources.has(word.lower) && !isReport(word))
  // "an estimate of the losses" is nobody's; "the report" is of whoever issued it.
  if (paper >= 0 && (source < 0 || source > paper))
    return definite && paper === words.length - 1 ? pointToIssuer(last) : null
  const head = words.findLast((word) => attribution.back.has(word.lower)) ?? words.at(-1)
  if (head === undefined) return null
  const person =
    definite && attribution.titles.has(head.lower)
      ? last.findLast((name) => name.kind === 'person')
      : undefined
  if (person && words.length === 1) return { text: person.text, kind: 'back' }
  const same = last.findLast((name) => name.text.toLowerCase().includes(head.lower.replace(/s$/, '')))
  if (same && (definite || words.length === 1)) return { text: same.text, kind: 'back' }
  if (person && words.length === 2) return { text: person.text, kind: 'back' }
  if (attribution.vague.has(head.lower)) return null
  return {
    text: words
      .map((word) => word.text)
      .join(' ')
      .replace(/'s?$/, ''),
    kind: 'body',
  }
}

function isReport({ lower }: Token): boolean {
  return report.words.has(lower)
}

/** "The statement": of whoever spoke last, best a body. */
function pointToIssuer(last: readonly SourceName[]): SourceName | null {
  const known = last.findLast((name) => name.kind === 'body') ?? last.at(-1)
  return known ? { text: known.text, kind: 'back' } : null
}

/** A word for what is said; "intelligence" says it itself. */
export function isPaper(word: string): boolean {
  return attribution.nouns.has(word) && word !== 'intelligence'
}
