import { attribution } from '../lexicon/attribution.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { NameRange } from './name-range.ts'

/** Words that are no names, though a sentence may begin with them. */
export const commonWords: ReadonlySet<string> = new Set([
  ...words.determiner,
  ...words.weekday,
  ...words.adverb,
  ...words.preposition,
])

const nameTrailer = wordClass('name-trailer')

/** "Defense Secretary Lloyd Austin" is Lloyd Austin; "Kirby, the spokesman" is Kirby. */
export function shorten(tokens: readonly Token[], range: NameRange): NameRange {
  let { from, to } = range
  while (to > from && !(tokens[to - 1] as Token).capital && isOneOf(tokens[to - 1], nameTrailer)) to -= 1
  for (let at = to - 1; at >= from; at -= 1) {
    const token = tokens[at] as Token
    if (attribution.titles.has(token.lower) && tokens[at + 1]?.lower !== 'staff')
      return afterTitle(tokens, at, { from, to })
    if (!token.capital && token.kind !== 'mark')
      return isNamedAfter(tokens, at, { from, to }) ? { from: at + 1, to } : { from, to }
  }
  return { from, to }
}

/** "Lt.-Gen. Musa Ode": the name after the rank and its points. */
function afterTitle(tokens: readonly Token[], title: number, { from, to }: NameRange): NameRange {
  let at = title + 1
  while (at < to && tokens[at]?.kind === 'mark') at += 1
  return at < to && (tokens[at] as Token).capital ? { from: at, to } : { from, to }
}

/** "head of the mission Amina Diallo": two capitals after a common noun are a person's name. */
function isNamedAfter(tokens: readonly Token[], at: number, { from, to }: NameRange): boolean {
  const word = (tokens[at] as Token).lower
  if (to - at < 3 || commonWords.has(word) || word === 'and' || word.length < 3) return false
  return tokens.slice(from, at + 1).some((token) => attribution.titles.has(token.lower))
}
