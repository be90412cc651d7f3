import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'

const shareWords = wordClass('share')
const definiteOrOwned = wordClass('definite-or-owned')

/** "Nine of the 14 jets": a mention of which another number is a share. */
export function isWhole(tokens: readonly Token[], mention: Mention): boolean {
  return shareBefore(tokens, mention) !== null
}

/** Where the "of" stands that makes a mention the whole of a share; null when there is none. */
export function shareBefore(tokens: readonly Token[], { from }: Mention): number | null {
  const of = isOneOf(tokens[from - 1], definiteOrOwned) ? from - 2 : from - 1
  const share = tokens[of - 1]
  if (tokens[of]?.lower !== 'of' || share === undefined) return null
  return share.kind === 'number' || (share.kinds & wordKind.number) !== 0 || isOneOf(share, shareWords)
    ? of
    : null
}
