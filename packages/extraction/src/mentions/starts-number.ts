import { quantifiers } from '../lexicon/quantifiers.ts'
import type { Token } from '../text/token.ts'
import { markWord, wordKind } from '../text/word-kinds.ts'

const openers = new Set([
  ...quantifiers.numbers.keys(),
  'a',
  'an',
  'half',
  'tens',
  'several',
  'few',
  'many',
  'couple',
  ...quantifiers.vague.keys(),
])

for (const word of openers) markWord(word, wordKind.number)

/** Whether a number may start with this token; a cheap test before the reading. */
export function startsNumber(token: Token | undefined): boolean {
  if (token === undefined) return false
  if (token.kind === 'number') return true
  if (token.kind !== 'word') return false
  if ((token.kinds & wordKind.number) !== 0) return true
  const hyphen = token.lower.indexOf('-')
  if (hyphen < 0) return false
  const first = token.lower.slice(0, hyphen)
  return quantifiers.numbers.has(first) || first === 'half'
}
