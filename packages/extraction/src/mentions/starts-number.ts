import { quantifiers } from '../lexicon/quantifiers.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import { markWord, wordKind } from '../text/word-kinds.ts'

const openers = [
  ...quantifiers.numbers.keys(),
  ...wordClass('number-opener').words,
  ...quantifiers.vague.keys(),
]

for (const word of openers) markWord(word, wordKind.number)
for (const word of [...quantifiers.numbers.keys(), 'half']) markWord(word, wordKind.numberPart)

/** Whether a number may start with this token; a cheap test before the reading. */
export function startsNumber(token: Token | undefined): boolean {
  if (token === undefined) return false
  return token.kind === 'number' || (token.kind === 'word' && (token.kinds & wordKind.number) !== 0)
}
