import { tokenise } from '../text/tokenise.ts'
import { markWord, type WordKind } from '../text/word-kinds.ts'

type Branch<Value> = { value: Value | null; next: PhraseIndex<Value> | null }
/** Phrases by their tokens, so that a look-up costs one map read a token. */
export type PhraseIndex<Value> = Map<string, Branch<Value>>
/** The longest phrase found at a place. */
export type PhraseMatch<Value> = { value: Value; length: number }

/** Adds a phrase, cut by the same tokeniser as the texts; the later of two values stands. */
export function addPhrase<Value>(
  index: PhraseIndex<Value>,
  phrase: string,
  value: Value,
  kind: WordKind,
): void {
  let level = index
  const words = tokenise(phrase)
  if (words[0]) markWord(words[0].lower, kind)
  words.forEach((word, at) => {
    const branch: Branch<Value> = level.get(word.lower) ?? { value: null, next: null }
    level.set(word.lower, branch)
    if (at === words.length - 1) branch.value = value
    else {
      branch.next ??= new Map()
      level = branch.next
    }
  })
}
