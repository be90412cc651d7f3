import type { Token } from '../text/token.ts'
import { addWord } from '../text/word-ids.ts'

const [before, after, number] = ['<', '>', '#'].map(addWord) as [number, number, number]

/** The id of the word at a place, with all numbers as one and nothing beyond the sentence. */
export function wordAt(
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  at: number,
): number {
  if (at < from) return before
  if (at >= to) return after
  const token = tokens[at] as Token
  return token.kind === 'number' ? number : token.wordId
}
